/**
 * Buffer. Every client has to send PKCE. Tokens live an hour; a refresh token that is spent twice ends the
 * grant. The old API at api.bufferapp.com is closed to new apps.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const buffer = providerPage((): ProviderInput => ({
  slug: 'buffer',
  name: 'Buffer',
  docsUrl: 'https://developers.buffer.com',
  category: 'social',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://auth.buffer.com/auth',
    authorizationParams: { prompt: 'consent' },
    token: { url: 'https://auth.buffer.com/token' },
    scopes: {
      default: ['offline_access', 'account:read'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'account:read', description: 'Read account in Buffer' },
        { value: 'account:write', description: 'Edit account settings' },
        { value: 'posts:read', description: 'Read posts and the queue' },
        { value: 'posts:write', description: 'Create posts in Buffer' },
        { value: 'ideas:read', description: 'Read ideas in Buffer' },
        { value: 'ideas:write', description: 'Create ideas in Buffer' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.buffer.com/',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ account { id email } }"}',
      idPaths: ['data.account.id'],
      labelPaths: ['data.account.email'],
    },
  },
}))
