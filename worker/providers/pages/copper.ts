/** Copper. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const copper = providerPage((): ProviderInput => ({
  slug: 'copper',
  name: 'Copper',
  docsUrl: 'https://developer.copper.com/introduction/oauth.html',
  category: 'crm',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.copper.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.copper.com/oauth/token' },
    scopes: {
      default: ['developer/v1/all'],
      available: [{ value: 'developer/v1/all', description: 'Full developer API' }],
    },
    userinfo: {
      url: 'https://api.copper.com/developer_api/v1/users/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
