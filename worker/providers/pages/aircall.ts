/** Aircall. Key auth is Basic api_id:api_token. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const aircall = providerPage((): ProviderInput => ({
  slug: 'aircall',
  name: 'Aircall',
  docsUrl: 'https://developer.aircall.io/tutorials/how-aircall-oauth-flow-works/',
  category: 'communication',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://dashboard.aircall.io/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.aircall.io/v1/oauth/token' },
    scopes: {
      default: ['public_api'],
      available: [{ value: 'public_api', description: 'Full public API' }],
    },
  },
}))
