/** Where the provider is asked what: read from its discovery document, or typed. */
import type WaCheckbox from '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, type TemplateResult } from 'lit'
import { textField } from '../parts/fields.ts'
import type { CustomDraft } from './draft.ts'

type UrlKey = 'issuer' | 'authorizationUrl' | 'tokenUrl' | 'revocationUrl' | 'userinfoUrl'

export const endpointFields = (model: {
  readonly discoveryUrl: string
  readonly discoverySays: string
  readonly isDiscoveryWrong: boolean
  readonly draft: CustomDraft
  readonly field: (name: string, key: UrlKey, label: string, hint?: string) => TemplateResult
  readonly editDiscovery: (url: string) => void
  readonly discover: () => void
  readonly edit: (changes: Partial<CustomDraft>) => void
}): TemplateResult => {
  const { field, draft } = model
  const url = (name: string, key: UrlKey, label: string, hint?: string): TemplateResult =>
    field(`custom_provider.${name}`, key, label, hint)
  return html`
    <div class="discovery">
      ${textField({
        name: 'url',
        label: 'Issuer or discovery URL, if it has one',
        placeholder: 'https://id.example.com',
        value: model.discoveryUrl,
        fault: model.isDiscoveryWrong ? model.discoverySays : undefined,
        hint: model.discoverySays === '' ? undefined : model.discoverySays,
        edit: model.editDiscovery,
      })}
      <wa-button
        size="s"
        appearance="outlined"
        ?disabled=${model.discoveryUrl.trim() === ''}
        @click=${model.discover}
        >Find endpoints</wa-button
      >
    </div>
    ${url('authorization_url', 'authorizationUrl', 'Authorization URL')}
    ${url('token_url', 'tokenUrl', 'Token URL')}
    <div class="pair">
      ${url('revocation_url', 'revocationUrl', 'Revocation URL (optional)')}
      ${url('userinfo_url', 'userinfoUrl', 'Userinfo URL (optional)', 'Tells whose account it is.')}
    </div>
    ${url('issuer', 'issuer', 'Issuer (optional)', 'Answers of another one are refused (RFC 9207).')}
    <div class="pair">
      <wa-select
        size="s"
        label="The client proves itself"
        .value=${draft.authenticateVia}
        @change=${(event: Event) =>
          model.edit({ authenticateVia: String((event.currentTarget as WaSelect).value) })}
      >
        <wa-option value="request_body">in the body</wa-option>
        <wa-option value="basic_auth_header">by HTTP Basic</wa-option>
      </wa-select>
      <wa-checkbox
        size="s"
        .checked=${draft.pkce}
        @change=${(event: Event) =>
          model.edit({ pkce: (event.currentTarget as WaCheckbox).checked })}
        >PKCE<span slot="hint">Off only where the provider refuses it.</span></wa-checkbox
      >
    </div>
  `
}
