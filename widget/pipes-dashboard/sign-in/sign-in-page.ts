/** Before anybody is signed in: the passkey, or the first one by a link. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { OperatorState } from '../../../worker/contract/operator/answers.ts'
import type { Refusal, Send } from '../api/request.ts'
import { textField } from '../parts/fields.ts'
import { icon, problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { accessLogout, isByAccess, signInByAccess } from './access.ts'
import type { LinkToken } from './link.ts'
import { setUp, signIn } from './passkeys.ts'
import { signInStyles } from './sign-in-page.styles.ts'

export class SignInPage extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    link: { attribute: false },
  }

  static override styles = [sheet, signInStyles]

  declare state: OperatorState
  declare link: LinkToken | null
  /** One that never asks to sign in. */
  declare send: Send
  declare done: (state: OperatorState) => void
  #name = ''
  #refusal: Refusal | null = null
  #isBusy = false

  protected override render(): TemplateResult {
    return html`
      <main>
        <div class="card inside">
          <img src="/dashboard/assets/mark.svg" alt="" width="40" height="40" />
          ${this.#content()}
        </div>
      </main>
    `
  }

  #content(): TemplateResult {
    if (this.link !== null && !isByAccess(this.state)) return this.#withLink(this.link)
    if (this.state.state === 'set_up') {
      return html`<h1 tabindex="-1">Nobody has signed in here yet</h1>
        <p class="subtle">
          Open the link that <code>npm start</code> printed, or the dashboard with
          <code>#setup=</code> and the deployment’s <code>SETUP_TOKEN</code> behind its address.
        </p>`
    }
    if (isByAccess(this.state)) return this.#byAccess()
    return html`<h1 tabindex="-1">Sign in to Pipes</h1>
      <p class="subtle">
        With the passkey of this device, of your password manager, or a security key.
      </p>
      ${problem(this.#refusal)}
      <wa-button variant="brand" ?loading=${this.#isBusy} @click=${() => void this.#signIn()}>
        <wa-icon slot="start" name="passkey"></wa-icon>Sign in with a passkey
      </wa-button>`
  }

  #byAccess(): TemplateResult {
    return html`<h1 tabindex="-1">Sign in to Pipes</h1>
      <p class="subtle">Cloudflare Access says who you are.</p>
      ${problem(this.#refusal)}
      <wa-button
        variant="brand"
        ?loading=${this.#isBusy}
        @click=${() => void this.#try(signInByAccess(this.send))}
      >
        <wa-icon slot="start" name="user"></wa-icon>Sign in through Access
      </wa-button>
      ${
        this.#refusal === null
          ? nothing
          : html`<a href=${accessLogout()}>Sign in to Access as somebody else</a>`
      }`
  }

  #withLink({ path }: LinkToken): TemplateResult {
    const isFirst = path === '/setup'
    return html`<h1 tabindex="-1">${isFirst ? 'Set up your dashboard' : 'You are invited'}</h1>
      <p class="subtle">
        ${
          isFirst
            ? 'You become its owner. There is no password: a passkey signs you in.'
            : 'There is no password: a passkey signs you in.'
        }
      </p>
      <form
        method="dialog"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#setUp()
        }}
      >
        ${textField({
          name: 'name',
          label: 'Your name',
          hint: 'As the others see it in the audit list.',
          value: this.#name,
          isFirst: true,
          fault: this.#refusal?.fields.get('name'),
          edit: (value) => (this.#name = value),
        })}
        ${this.#refusal?.fields.has('name') === true ? nothing : problem(this.#refusal)}
        <wa-button type="submit" variant="brand" ?loading=${this.#isBusy}>
          <wa-icon slot="start" name="passkey"></wa-icon>Create a passkey
        </wa-button>
      </form>
      <p class="hint">
        ${icon('check')}<span>Your device asks for its lock: fingerprint, face or PIN.</span>
      </p>`
  }

  async #signIn(): Promise<void> {
    await this.#try(signIn(this.send))
  }

  async #setUp(): Promise<void> {
    const { link } = this
    if (link === null) return
    await this.#try(setUp(this.send, link.path, link.token, this.#name.trim()))
  }

  async #try(attempt: ReturnType<typeof signIn>): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await attempt
    this.#isBusy = false
    if (answer.ok) this.done(answer.value)
    else this.#refusal = answer.failure
    this.requestUpdate()
  }
}

customElements.define('pd-sign-in', SignInPage)
