/** Whose signed tokens of users an environment believes (`/oauth/token`): listed, tried and added, taken away. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { OperatorEnvironment } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import { may, type App } from '../app/dashboard-app.ts'
import type { Asked } from '../parts/question.ts'
import '../parts/question.ts'
import { notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import './add-issuer.ts'

export type Issuer = OperatorEnvironment['user_token_issuers'][number]

class UserTokenIssuers extends LitElement {
  static override properties: PropertyDeclarations = { app: { attribute: false } }
  static override styles = sheet

  declare app: App
  #isAdding = false
  #asked: Asked | null = null

  protected override render(): TemplateResult {
    const { user_token_issuers: issuers } = this.app.environment
    return html`
      <section class="card">
        <div class="card-head">
          <div>
            <h2>Issuers of user tokens</h2>
            <p>
              Whose tokens of your users <code>/oauth/token</code> takes in exchange for a
              provider’s.
            </p>
          </div>
          ${
            may(this.app, 'developer')
              ? html`<wa-button
                  size="s"
                  appearance="outlined"
                  @click=${() => this.#add({ isOpen: true })}
                >
                  <wa-icon slot="start" name="plus"></wa-icon>Add issuer
                </wa-button>`
              : nothing
          }
        </div>
        ${
          issuers.length === 0
            ? notice('user', 'Nobody is believed yet', 'Backends ask with their API key alone.')
            : html`<ul aria-label="Issuers">
                ${issuers.map((issuer) => this.#issuer(issuer))}
              </ul>`
        }
      </section>
      ${
        this.#isAdding
          ? html`<pd-add-issuer
              .app=${this.app}
              .add=${(issuer: Issuer) => this.#save((now) => [...now, issuer])}
              .closed=${() => this.#add({ isOpen: false })}
            ></pd-add-issuer>`
          : nothing
      }
      ${
        this.#asked === null
          ? nothing
          : html`<pd-question .asked=${this.#asked} .closed=${() => this.#ask(null)}></pd-question>`
      }
    `
  }

  #issuer(issuer: Issuer): TemplateResult {
    return html`<li>
      <div class="row wraps">
        <span class="about">
          <span class="name">${issuer.issuer}</span>
          <span class="subtle small"
            >for ${issuer.audience}, user in <code>${issuer.user_claim}</code>${
              issuer.organization_claim === null
                ? nothing
                : html`, organization in <code>${issuer.organization_claim}</code>`
            }</span
          >
        </span>
        ${
          may(this.app, 'developer')
            ? html`<wa-button
                size="s"
                appearance="outlined"
                @click=${() => this.#ask(this.#removal(issuer))}
                >Remove<span class="unseen"> ${issuer.issuer}</span></wa-button
              >`
            : nothing
        }
      </div>
    </li>`
  }

  #removal(issuer: Issuer): Asked {
    const isOther = (one: Issuer): boolean =>
      one.issuer !== issuer.issuer || one.audience !== issuer.audience
    return {
      label: 'Remove this issuer?',
      text: `Within 30 seconds no token of ${issuer.issuer} for ${issuer.audience} is taken any more.`,
      verb: 'Remove',
      act: () => this.#save((now) => now.filter(isOther)),
      done: () => this.app.say('The issuer is removed.'),
    }
  }

  /** The list goes out whole, so it is made of what is there now: another operator may have changed it. */
  async #save(change: (now: readonly Issuer[]) => readonly Issuer[]): Answer<OperatorEnvironment> {
    const { environment, here, api } = this.app
    const issuers = change(environment.user_token_issuers)
    const answer = await here.update({ user_token_issuers: issuers }, environment.version)
    if (answer.ok) this.app.changed(answer.value)
    if (!answer.ok && answer.failure.code === 'changed_meanwhile') {
      const read = await api.environments()
      const now = read.ok ? read.value.data.find(({ id }) => id === environment.id) : undefined
      if (now !== undefined) this.app.changed(now)
    }
    return answer
  }

  #add({ isOpen }: { readonly isOpen: boolean }): void {
    this.#isAdding = isOpen
    this.requestUpdate()
  }

  #ask(asked: Asked | null): void {
    this.#asked = asked
    this.requestUpdate()
  }
}

customElements.define('pd-user-token-issuers', UserTokenIssuers)
