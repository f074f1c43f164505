/** Signing in over the page: the session has ended, or what is to be done asks for a fresh passkey. The page stays as it is. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { OperatorState } from '../../../worker/contract/operator/answers.ts'
import type { Answer, Refusal, Send, SignInReason } from '../api/request.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { accessLogout, signInAnewByAccess, signInByAccess } from './access.ts'
import { signIn } from './passkeys.ts'

export class SignInAgain extends LitElement {
  static override styles = sheet

  /** One that never asks to sign in. */
  declare send: Send
  /** Whether Cloudflare Access signs people in, and no passkey. */
  declare byAccess: boolean
  declare signedIn: (state: OperatorState) => void
  #reason: SignInReason | null = null
  #refusal: Refusal | null = null
  #isBusy = false
  #isDone = false
  #asked: { readonly answer: Promise<boolean>; readonly settle: (done: boolean) => void } | null =
    null

  /** Several requests that are refused at once ask once. */
  async ask(reason: SignInReason): Promise<boolean> {
    if (this.#asked === null) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      this.#asked = { answer: promise, settle: resolve }
      this.#reason = reason
      this.#refusal = null
      this.#isDone = false
      this.requestUpdate()
    }
    return this.#asked.answer
  }

  protected override render(): TemplateResult {
    const reason = this.#reason
    if (reason === null) return html``
    return dialog({
      label: reason === 'expired' ? 'Your session has ended' : 'Confirm that it is you',
      closed: () => this.#settle(),
      body: html`<div class="stack">
        <p>
          ${
            reason === 'expired'
              ? 'Sign in to go on. Nothing on the page behind this is lost.'
              : 'Keys, secrets, addresses and people are changed, the confirmation page switched on, providers deleted and lists exported after a sign-in of the last five minutes only.'
          }
        </p>
        ${this.byAccess ? atAccess(reason) : nothing} ${problem(this.#refusal)}
      </div>`,
      footer: html`
        <wa-button appearance="outlined" @click=${() => closeDialog(this)}>Not now</wa-button>
        <wa-button
          variant="brand"
          autofocus
          ?loading=${this.#isBusy}
          @click=${() => void this.#signIn(reason)}
        >
          ${
            this.byAccess
              ? html`<wa-icon slot="start" name="user"></wa-icon>Go on`
              : html`<wa-icon slot="start" name="passkey"></wa-icon>Use your passkey`
          }
        </wa-button>
      `,
    })
  }

  async #signIn(reason: SignInReason): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.#proof(reason)
    this.#isBusy = false
    if (answer.ok) {
      this.#isDone = true
      this.signedIn(answer.value)
      closeDialog(this)
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
  }

  #proof(reason: SignInReason): Answer<OperatorState> {
    if (!this.byAccess) return signIn(this.send)
    return reason === 'fresh' ? signInAnewByAccess(this.send) : signInByAccess(this.send)
  }

  #settle(): void {
    this.#reason = null
    this.#asked?.settle(this.#isDone)
    this.#asked = null
    this.requestUpdate()
  }
}

/** In a window of its own: the page behind this one stays as it is. */
const atAccess = (reason: SignInReason): TemplateResult => html`
  <p>
    ${
      reason === 'expired'
        ? 'If Cloudflare Access has forgotten you, too, sign in there first:'
        : 'First sign out of Cloudflare Access and in again:'
    }
    <a
      href=${reason === 'expired' ? '/dashboard/account' : accessLogout()}
      target="_blank"
      rel="noopener"
      >${reason === 'expired' ? 'sign in' : 'sign in again'} in another window</a
    >, then go on here.
  </p>
`

customElements.define('pd-sign-in-again', SignInAgain)

declare global {
  interface HTMLElementTagNameMap {
    'pd-sign-in-again': SignInAgain
  }
}
