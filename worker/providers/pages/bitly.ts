/** Bitly. No scopes. Response is form-encoded unless Accept: application/json. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bitly = providerPage((): ProviderInput => ({
  slug: 'bitly',
  name: 'Bitly',
  docsUrl: 'https://dev.bitly.com/docs/getting-started/authentication/',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://bitly.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api-ssl.bitly.com/oauth/access_token' },
  },
}))
