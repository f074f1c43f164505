/** Grain. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const grain = providerPage((): ProviderInput => ({
  slug: 'grain',
  name: 'Grain',
  docsUrl: 'https://developers.grain.com',
  category: 'communication',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://grain.com/_/public-api/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.grain.com/_/public-api/oauth2/token' },
    userinfo: {
      url: 'https://api.grain.com/_/public-api/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
