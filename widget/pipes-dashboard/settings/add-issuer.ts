/** An issuer of user tokens, tried before it is believed: where its keys are, and which of them could verify a token. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { IssuerCheck } from '../../../worker/contract/operator/answers.ts'
import { fail } from '../../api/result.ts'
import type { Answer } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog } from '../parts/dialog.ts'
import { textField } from '../parts/fields.ts'
import { FormDialog } from '../parts/form-dialog.ts'
import { icon } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import type { Issuer } from './user-token-issuers.ts'

type Fault = (field: string) => string | undefined

const EMPTY = { issuer: '', jwksUri: '', audience: '', userClaim: '', organizationClaim: '' }

class AddIssuer extends LitElement {
  static override styles = sheet

  declare app: App
  declare add: (issuer: Issuer) => Answer<unknown>
  declare closed: () => void
  #draft = EMPTY
  #check: IssuerCheck | null = null
  readonly #form = new FormDialog(this)

  protected override render(): TemplateResult {
    const check = this.#check
    return this.#form.view({
      label: 'Add an issuer',
      verb: check === null ? 'Look for its keys' : 'Believe it',
      closed: this.closed,
      fields: (fault) => this.#fields(fault),
      send: () => (check === null ? this.#look() : this.#believe(check)),
      done: () => {
        if (check === null) return
        this.app.say('Its tokens are taken within 30 seconds.')
        closeDialog(this)
      },
    })
  }

  #fields(fault: Fault): TemplateResult {
    return html`
      ${this.#field(fault, 'issuer', 'issuer', 'Issuer', {
        hint: 'The iss of its tokens, to the letter.',
        placeholder: 'https://auth.example.com',
        isFirst: true,
      })}
      ${this.#field(fault, 'jwks_uri', 'jwksUri', 'Address of its keys', {
        hint: 'Empty: it is asked where they are.',
      })}
      ${this.#field(fault, 'audience', 'audience', 'Audience', {
        hint: 'Must be in the aud of its tokens: what it calls you.',
      })}
      ${this.#field(fault, 'user_claim', 'userClaim', 'Claim with the user’s id', {
        placeholder: 'sub',
      })}
      ${this.#field(
        fault,
        'organization_claim',
        'organizationClaim',
        'Claim with the organization’s id',
        { hint: 'Empty: no organization is believed.' },
      )}
      ${this.#check === null ? nothing : found(this.#check)}
    `
  }

  #field(
    fault: Fault,
    name: string,
    key: keyof typeof EMPTY,
    label: string,
    more: { readonly hint?: string; readonly placeholder?: string; readonly isFirst?: boolean },
  ): TemplateResult {
    return textField({
      name,
      label,
      value: this.#draft[key],
      fault: fault(name),
      edit: (value) => {
        this.#draft = { ...this.#draft, [key]: value }
        // Other keys may lie elsewhere.
        if (key === 'issuer' || key === 'jwksUri') this.#check = null
        this.requestUpdate()
      },
      ...more,
    })
  }

  async #look(): Answer<unknown> {
    const { issuer, jwksUri } = this.#draft
    const answer = await this.app.here.checkIssuer(issuer.trim(), jwksUri.trim() || null)
    if (answer.ok) this.#check = answer.value
    return answer
  }

  async #believe({ issuer, jwks_uri }: IssuerCheck): Answer<unknown> {
    const { audience, userClaim, organizationClaim } = this.#draft
    const answer = await this.add({
      issuer,
      jwks_uri,
      audience: audience.trim(),
      user_claim: userClaim.trim() || 'sub',
      organization_claim: organizationClaim.trim() || null,
    })
    if (answer.ok) return answer
    // Of the list that goes out: `user_token_issuers.2.audience` is this form's audience.
    const fields = [...answer.failure.fields].map(
      ([field, text]) => [field.split('.').at(-1) ?? '', text] as const,
    )
    return fail({ ...answer.failure, fields: new Map(fields) })
  }
}

const found = ({ jwks_uri: uri, keys }: IssuerCheck): TemplateResult => html`
  <p class="hint" role="status">
    ${icon('done')} ${keys.length === 1 ? 'One key' : `${keys.length} keys`} at
    <code>${uri}</code>: ${[...new Set(keys.flatMap(({ algorithms }) => algorithms))].join(', ')}.
  </p>
`

customElements.define('pd-add-issuer', AddIssuer)
