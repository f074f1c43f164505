/** How a connection is called, and how it stands. */
import { html, type TemplateResult } from 'lit'
import type { AccountPage } from '../../../worker/contract/operator/answers.ts'

type Account = AccountPage['account']

/** The name at the provider, or what is known of a key. */
export const accountName = (
  account: Pick<
    Account,
    'account_display_name' | 'account_identifier' | 'api_key_last_4' | 'client_id'
  >,
): string =>
  account.account_display_name ??
  account.account_identifier ??
  (account.api_key_last_4 === null ? null : `API key •••• ${account.api_key_last_4}`) ??
  account.client_id ??
  'Account without a name'

export const accountState = ({ state }: Pick<Account, 'state'>): TemplateResult => {
  switch (state) {
    case 'connected':
      return html`<span class="state good">Connected</span>`
    case 'needs_reauthorization':
      return html`<span class="state warn">To be reauthorized</span>`
    case 'disconnected':
      return html`<span class="state">Disconnected</span>`
  }
}
