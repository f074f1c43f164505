/** What the organization has connected for its members: to be seen, and not to be changed here. Nothing of it is trusted. */
import { html, type TemplateResult } from 'lit'
import { providerOf } from '../api/integration.ts'
import { asArray, asLabel, asObject, type Json } from '../api/read.ts'
import { fill, type Messages, type MoreMessages } from '../i18n/messages.ts'
import { aboutProvider } from '../pipes-widget/views/about-provider.ts'
import { providerLogo } from '../ui/provider-logo.ts'
import { wordsOf } from './words.ts'

const NAME_LIMIT = 80

/** @param apiOrigin whose icons may be shown over plain http */
export const sharedList = (shared: Json, apiOrigin: string, t: Messages): TemplateResult => {
  const words = wordsOf(t)
  const name = asLabel(shared['organizationName'], NAME_LIMIT)
  return html`<h2 class="heading" id="shared-title">
      <bdi>${name === null ? words.sharedTitle : fill(words.sharedTitleOf, { name })}</bdi>
    </h2>
    <ul role="list" part="list shared-list" aria-labelledby="shared-title">
      ${asArray(shared['data']).map((row) => sharedRow(asObject(row), apiOrigin, words))}
    </ul>`
}

const sharedRow = (row: Json | null, apiOrigin: string, t: MoreMessages): TemplateResult | null => {
  const provider = providerOf(row, apiOrigin)
  if (provider === null) return null
  const isAvailable = asArray(row?.['connected_accounts']).some(
    (account) => asObject(account)?.['availability'] === 'available',
  )
  return html`<li part="row shared-row" data-shared=${provider.slug}>
    ${providerLogo(provider.name, provider.iconUrl)} ${aboutProvider(provider)}
    <div class="status ${isAvailable ? 'on' : 'attention'}" part="status">
      <span class="state"
        ><span class="dot"></span>${isAvailable ? t.available : t.needsAdministrator}</span
      >
    </div>
  </li>`
}
