/**
 * Reddit. A distinctive User-Agent is mandatory. Basic only; body credentials are refused. Errors can be
 * HTTP 200 with an error field.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const reddit = providerPage((): ProviderInput => ({
  slug: 'reddit',
  name: 'Reddit',
  docsUrl: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.reddit.com/api/v1/authorize',
    authorizationParams: { duration: 'permanent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://www.reddit.com/api/v1/access_token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['identity'],
      available: [
        { value: 'identity', description: 'Read username in Reddit' },
        { value: 'read', description: 'Read posts and comments' },
        { value: 'submit', description: 'Submit posts in Reddit' },
        { value: 'edit', description: 'Edit own posts' },
        { value: 'history', description: 'Read voting history' },
        { value: 'mysubreddits', description: 'List subscriptions in Reddit' },
        { value: 'privatemessages', description: 'Read messages in Reddit' },
        { value: 'vote', description: 'Vote in Reddit' },
        { value: 'save', description: 'Save posts in Reddit' },
      ],
    },
    response: { errorMap: { 401: 'invalid_client' } },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://www.reddit.com/api/v1/revoke_token', auth: 'basic' },
    userinfo: { url: 'https://oauth.reddit.com/api/v1/me', idPaths: ['id'], labelPaths: ['name'] },
  },
}))
