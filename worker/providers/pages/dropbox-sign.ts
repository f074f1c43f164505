/** Dropbox Sign. State is mandatory at the token endpoint. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const dropboxSign = providerPage((): ProviderInput => ({
  slug: 'dropbox-sign',
  name: 'Dropbox Sign',
  docsUrl: 'https://developers.hellosign.com/docs/oauth/overview',
  category: 'e-signature',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.hellosign.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://app.hellosign.com/oauth/token',
      refreshUrl: 'https://app.hellosign.com/oauth/token?refresh',
    },
    scopes: {
      default: ['basic_account_info', 'request_signature'],
      available: [
        { value: 'basic_account_info', description: 'Read basic account' },
        { value: 'account_access', description: 'Manage account in Dropbox Sign' },
        { value: 'signature_request_access', description: 'Manage signature requests' },
        { value: 'request_signature', description: 'Send signature requests' },
        { value: 'template_access', description: 'Manage templates in Dropbox Sign' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.hellosign.com/v3/account',
      idPaths: ['account.account_id'],
      labelPaths: ['account.email_address'],
    },
  },
}))
