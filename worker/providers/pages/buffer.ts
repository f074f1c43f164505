/**
 * Buffer. New GraphQL API and auth host; the old bufferapp.com/oauth2/authorize +
 * api.bufferapp.com/1/oauth2/token.json API is closed to new apps.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const buffer = providerPage((): ProviderInput => ({
  slug: 'buffer',
  name: 'Buffer',
  docsUrl: 'https://developers.buffer.com',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.buffer.com/auth',
    authorizationParams: { prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.buffer.com/token' },
    scopes: {
      default: ['offline_access'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'account:read', description: 'Read account in Buffer' },
        { value: 'posts:write', description: 'Create posts in Buffer' },
      ],
    },
    refresh: { rotates: 'always' },
  },
}))
