/**
 * Threads. As Instagram: a token of an hour is traded at once for one of sixty days, which renews itself
 * by GET, once it is a day old.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const threads = providerPage((): ProviderInput => ({
  slug: 'threads',
  name: 'Threads',
  docsUrl:
    'https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://threads.net/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://graph.threads.net/oauth/access_token',
      refreshUrl: 'https://graph.threads.net/refresh_access_token',
      refreshMethod: 'GET',
    },
    upgrade: {
      url: 'https://graph.threads.net/access_token',
      grantType: 'th_exchange_token',
      tokenParam: 'access_token',
    },
    scopes: {
      separator: ',',
      default: ['threads_basic'],
      available: [
        { value: 'threads_basic', description: 'Read profile and posts' },
        { value: 'threads_content_publish', description: 'Publish posts' },
        { value: 'threads_manage_insights', description: 'Read insights' },
        { value: 'threads_manage_replies', description: 'Hide and answer replies' },
        { value: 'threads_read_replies', description: 'Read replies' },
      ],
    },
    response: {
      scopeSeparator: ',',
      errorPath: 'error.type',
      defaultLifetimeSeconds: 5_184_000,
    },
    refresh: {
      by: {
        kind: 'access_token',
        grantType: 'th_refresh_token',
        tokenParam: 'access_token',
        bare: true,
      },
      rotates: 'never',
      reuseKills: false,
      latestSeconds: 5_097_600,
    },
    userinfo: {
      url: 'https://graph.threads.net/v1.0/me?fields=id,username',
      idPaths: ['id'],
      labelPaths: ['username'],
    },
  },
}))
