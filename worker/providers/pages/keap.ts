/** Keap. Refresh is documented with HTTP Basic, code exchange with body credentials. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const keap = providerPage((): ProviderInput => ({
  slug: 'keap',
  name: 'Keap',
  docsUrl: 'https://developer.infusionsoft.com/getting-started-oauth-keys/',
  category: 'crm',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://accounts.infusionsoft.com/app/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.infusionsoft.com/token' },
    scopes: {
      default: ['full'],
      available: [{ value: 'full', description: 'Full access to CRM data' }],
    },
    refresh: { rotates: 'always', idleDays: 45 },
    userinfo: {
      url: 'https://api.infusionsoft.com/crm/rest/v1/oauth/connect/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
