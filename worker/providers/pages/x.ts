/**
 * X (Twitter). Public clients send client_id in the body and no Basic header. Api.twitter.com still
 * answers as an alias.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const xCorp = providerPage((): ProviderInput => ({
  slug: 'x',
  name: 'X (Twitter)',
  docsUrl: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code',
  category: 'social',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://x.com/i/oauth2/authorize',
    token: { url: 'https://api.x.com/2/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      mandatory: true,
      default: ['tweet.read', 'users.read', 'offline.access'],
      available: [
        { value: 'tweet.read', description: 'Read posts in X' },
        { value: 'tweet.write', description: 'Post in X' },
        { value: 'users.read', description: 'Read profiles in X' },
        { value: 'users.email', description: 'Read confirmed email' },
        { value: 'offline.access', description: 'Issue a refresh token' },
        { value: 'follows.read', description: 'Read follows in X' },
        { value: 'dm.read', description: 'Read direct messages' },
        { value: 'dm.write', description: 'Send direct messages' },
        { value: 'like.read', description: 'Read likes in X' },
        { value: 'media.write', description: 'Upload media in X' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.x.com/2/oauth2/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.x.com/2/users/me',
      idPaths: ['data.id'],
      labelPaths: ['data.username'],
    },
  },
}))
