/** Fathom. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const fathom = providerPage((): ProviderInput => ({
  slug: 'fathom',
  name: 'Fathom',
  docsUrl: 'https://developers.fathom.ai',
  category: 'communication',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://fathom.video/external/v1/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://fathom.video/external/v1/oauth2/token' },
    scopes: {
      default: ['public_api'],
      available: [{ value: 'public_api', description: 'Full public API' }],
    },
  },
}))
