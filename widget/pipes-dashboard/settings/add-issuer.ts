/** An issuer of user tokens, tried before it is believed: where its keys are, and which of them could verify a token. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { IssuerCheck } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { focusFault, textField } from '../parts/fields.ts'
import { FormFaults } from '../parts/form-faults.ts'
import { icon } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import type { Issuer } from './user-token-issuers.ts'

const EMPTY = { issuer: '', jwksUri: '', audience: '', userClaim: '', organizationClaim: '' }

class AddIssuer extends LitElement {
  static override styles = sheet

  declare app: App
  declare add: (issuer: Issuer) => Answer<unknown>
  declare closed: () => void
  #draft = EMPTY
  #check: IssuerCheck | null = null
  readonly #faults = new FormFaults()
  #isBusy = false

  protected override render(): TemplateResult {
    return dialog({
      label: 'Add an issuer',
      closed: this.closed,
      body: this.#form(),
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="brand"
          ?loading=${this.#isBusy}
          @click=${() => void this.#submit()}
          >${this.#check === null ? 'Look for its keys' : 'Believe it'}</wa-button
        >
      `,
    })
  }

  #form(): TemplateResult {
    this.#faults.begin()
    const form = html`
      ${this.#field('issuer', 'issuer', 'Issuer', {
        hint: 'The iss of its tokens, to the letter.',
        placeholder: 'https://auth.example.com',
        isFirst: true,
      })}
      ${this.#field('jwks_uri', 'jwksUri', 'Address of its keys', {
        hint: 'Empty: it is asked where they are.',
      })}
      ${this.#field('audience', 'audience', 'Audience', {
        hint: 'Must be in the aud of its tokens: what it calls you.',
      })}
      ${this.#field('user_claim', 'userClaim', 'Claim with the user’s id', { placeholder: 'sub' })}
      ${this.#field('organization_claim', 'organizationClaim', 'Claim with the organization’s id', {
        hint: 'Empty: no organization is believed.',
      })}
      ${this.#check === null ? nothing : found(this.#check)}
    `
    return html`<form
      method="dialog"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#submit()
      }}
    >
      ${form} ${this.#faults.elsewhere()}
      <input type="submit" hidden />
    </form>`
  }

  #field(
    name: string,
    key: keyof typeof EMPTY,
    label: string,
    more: { readonly hint?: string; readonly placeholder?: string; readonly isFirst?: boolean },
  ): TemplateResult {
    return textField({
      name,
      label,
      value: this.#draft[key],
      fault: this.#faults.at(name),
      edit: (value) => {
        this.#draft = { ...this.#draft, [key]: value }
        // Other keys may lie elsewhere.
        if (key === 'issuer' || key === 'jwksUri') this.#check = null
        this.requestUpdate()
      },
      ...more,
    })
  }

  async #submit(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    this.#faults.refusal = null
    this.requestUpdate()
    await (this.#check === null ? this.#look() : this.#believe(this.#check))
    this.#isBusy = false
    this.requestUpdate()
    await focusFault(this)
  }

  async #look(): Promise<void> {
    const { issuer, jwksUri } = this.#draft
    const answer = await this.app.here.checkIssuer(issuer.trim(), jwksUri.trim() || null)
    if (answer.ok) this.#check = answer.value
    else this.#faults.refusal = answer.failure
  }

  async #believe({ issuer, jwks_uri }: IssuerCheck): Promise<void> {
    const { audience, userClaim, organizationClaim } = this.#draft
    const answer = await this.add({
      issuer,
      jwks_uri,
      audience: audience.trim(),
      user_claim: userClaim.trim() || 'sub',
      organization_claim: organizationClaim.trim() || null,
    })
    if (!answer.ok) {
      this.#faults.refusal = {
        ...answer.failure,
        // Of the list that goes out: `user_token_issuers.2.audience` is this form's audience.
        fields: new Map(
          [...answer.failure.fields].map(([field, text]) => [field.split('.').at(-1) ?? '', text]),
        ),
      }
      return
    }
    this.app.say('Its tokens are taken within 30 seconds.')
    closeDialog(this)
  }
}

const found = ({ jwks_uri: uri, keys }: IssuerCheck): TemplateResult => html`
  <p class="hint" role="status">
    ${icon('done')} ${keys.length === 1 ? 'One key' : `${keys.length} keys`} at
    <code>${uri}</code>: ${[...new Set(keys.flatMap(({ algorithms }) => algorithms))].join(', ')}.
  </p>
`

customElements.define('pd-add-issuer', AddIssuer)
