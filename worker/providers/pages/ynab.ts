/** YNAB. Omit scope for full access. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ynab = providerPage((): ProviderInput => ({
  slug: 'ynab',
  name: 'YNAB',
  docsUrl: 'https://api.ynab.com/#oauth-applications',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.ynab.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.ynab.com/oauth/token' },
    scopes: {
      default: ['read-only'],
      available: [{ value: 'read-only', description: 'Read budgets in YNAB' }],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.ynab.com/v1/user',
      idPaths: ['data.user.id'],
      labelPaths: ['data.user.id'],
    },
  },
}))
