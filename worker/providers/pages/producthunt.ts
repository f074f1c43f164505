/** Product Hunt. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const producthunt = providerPage((): ProviderInput => ({
  slug: 'producthunt',
  name: 'Product Hunt',
  docsUrl: 'https://api.producthunt.com/v2/docs',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.producthunt.com/v2/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.producthunt.com/v2/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['public', 'private'],
      available: [
        { value: 'public', description: 'Public data in Product Hunt' },
        { value: 'private', description: 'User private data' },
        { value: 'write', description: 'Write in Product Hunt' },
      ],
    },
    userinfo: {
      url: 'https://api.producthunt.com/v2/api/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { user { id username } } }"}',
      idPaths: ['data.viewer.user.id'],
      labelPaths: ['data.viewer.user.username'],
    },
  },
}))
