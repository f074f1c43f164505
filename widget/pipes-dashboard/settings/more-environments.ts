/** Another environment, and the providers of another one taken over without their secrets. */
import '@awesome.me/webawesome/dist/components/radio/radio.js'
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import type WaRadioGroup from '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import { may, type App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { focusFault, textField } from '../parts/fields.ts'
import { problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

export class MoreEnvironments extends LitElement {
  static override properties: PropertyDeclarations = { app: { attribute: false } }
  static override styles = sheet

  declare app: App
  #isCreating = false
  #name = ''
  #kind = 'production'
  #refusal: Refusal | null = null
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
      ${this.#isCreating ? this.#form() : nothing}
    `
  }

  #form(): TemplateResult {
    return dialog({
      label: 'New environment',
      closed: () => this.#create({ isOpen: false }),
      body: html`<form
        method="dialog"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#send()
        }}
      >
        ${textField({
          name: 'name',
          label: 'Name',
          hint: 'Your users read it while they connect.',
          value: this.#name,
          isFirst: true,
          fault: this.#refusal?.fields.get('name'),
          edit: (name) => (this.#name = name),
        })}
        <wa-radio-group
          size="s"
          label="Kind"
          .value=${this.#kind}
          @change=${(event: Event) =>
            (this.#kind = String((event.currentTarget as WaRadioGroup).value))}
        >
          <wa-radio value="production">Production</wa-radio>
          <wa-radio value="sandbox">Sandbox, with the test provider and loopback pages</wa-radio>
        </wa-radio-group>
        ${this.#refusal?.fields.has('name') === true ? nothing : problem(this.#refusal)}
      </form>`,
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="brand"
          ?loading=${this.#isBusy}
          @click=${() => void this.#send()}
          >Create</wa-button
        >
      `,
    })
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return
    this.#setBusy(true)
    const answer = await this.app.api.createEnvironment({
      name: this.#name.trim(),
      kind: this.#kind,
    })
    this.#setBusy(false)
    if (answer.ok) {
      closeDialog(this)
      this.app.say(`${answer.value.name} is created.`)
      this.app.changed(answer.value)
    } else {
      this.#refusal = answer.failure
      this.requestUpdate()
      await focusFault(this)
    }
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
    this.#refusal = null
    this.requestUpdate()
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    if (isBusy) this.#refusal = null
    this.requestUpdate()
  }
}

customElements.define('pd-more-environments', MoreEnvironments)
