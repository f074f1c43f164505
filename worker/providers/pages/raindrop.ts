/** Raindrop.io. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const raindrop = providerPage((): ProviderInput => ({
  slug: 'raindrop',
  name: 'Raindrop.io',
  docsUrl: 'https://developer.raindrop.io/v1/authentication',
  category: 'productivity',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://raindrop.io/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://raindrop.io/oauth/access_token', bodyFormat: 'json' },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.raindrop.io/rest/v1/user',
      idPaths: ['user._id'],
      labelPaths: ['user.email'],
    },
  },
}))
