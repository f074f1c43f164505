/** Another environment, and the providers of another one taken over without their secrets. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { OperatorEnvironment } from '../../../worker/contract/operator/answers.ts'
import { may, type App } from '../app/dashboard-app.ts'
import './new-environment.ts'
import { sheet } from '../styles/sheet.styles.ts'

export class MoreEnvironments extends LitElement {
  static override properties: PropertyDeclarations = { app: { attribute: false } }
  static override styles = sheet

  declare app: App
  #isCreating = false
  #isBusy = false

  protected override render(): TemplateResult | typeof nothing {
    const others = this.app.environments.filter(({ id }) => id !== this.app.environment.id)
    if (!may(this.app, 'developer')) return nothing
    return html`
      <section class="card">
        <div class="card-head">
          <div>
            <h2>Environments</h2>
            <p>Providers, connections and keys of each are its own.</p>
          </div>
          ${
            may(this.app, 'owner')
              ? html`<wa-button
                  size="s"
                  appearance="outlined"
                  @click=${() => this.#create({ isOpen: true })}
                >
                  <wa-icon slot="start" name="plus"></wa-icon>New environment
                </wa-button>`
              : nothing
          }
        </div>
        ${others.map(
          ({ id, name, kind }) =>
            html`<div class="row">
              <span class="about">
                <span class="name">${name}</span><span class="subtle small">${kind}</span>
              </span>
              <wa-button
                size="s"
                appearance="outlined"
                ?disabled=${this.#isBusy}
                @click=${() => void this.#copy(id, name)}
                >Copy its providers here<span class="unseen"> (${name})</span></wa-button
              >
            </div>`,
        )}
      </section>
      ${
        this.#isCreating
          ? html`<pd-new-environment
              .api=${this.app.api}
              .made=${(made: OperatorEnvironment) => {
                this.app.say(`${made.name} is created.`)
                this.app.changed(made)
              }}
              .closed=${() => this.#create({ isOpen: false })}
            ></pd-new-environment>`
          : nothing
      }
    `
  }

  async #copy(from: string, name: string): Promise<void> {
    this.#setBusy(true)
    const answer = await this.app.here.copyIntegrations(from)
    this.#setBusy(false)
    if (!answer.ok) return this.app.say(answer.failure.message)
    const { copied, skipped } = answer.value
    const rest = skipped.length === 0 ? '' : ` ${skipped.length} were there or could not be copied.`
    this.app.say(
      `${copied.length} providers copied from ${name}, disabled until they have a client.${rest}`,
    )
  }

  #create({ isOpen }: { readonly isOpen: boolean }): void {
    this.#isCreating = isOpen
    this.requestUpdate()
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    this.requestUpdate()
  }
}

customElements.define('pd-more-environments', MoreEnvironments)
