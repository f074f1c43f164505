/** Tumblr. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const tumblr = providerPage((): ProviderInput => ({
  slug: 'tumblr',
  name: 'Tumblr',
  docsUrl: 'https://www.tumblr.com/docs/en/api/v2#oauth2-authorization',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.tumblr.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.tumblr.com/v2/oauth2/token' },
    scopes: {
      default: ['basic', 'offline_access'],
      available: [
        { value: 'basic', description: 'Read access in Tumblr' },
        { value: 'write', description: 'Post in Tumblr' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
