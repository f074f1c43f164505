/**
 * Instagram, for professional accounts. The code buys a token of an hour, which is traded at once for one
 * of sixty days; that one renews itself by GET, once it is a day old. The answer to the code may be
 * wrapped in a list.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const instagram = providerPage((): ProviderInput => ({
  slug: 'instagram',
  name: 'Instagram',
  docsUrl:
    'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login',
  category: 'social',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.instagram.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.instagram.com/oauth/access_token',
      refreshUrl: 'https://graph.instagram.com/refresh_access_token',
      refreshMethod: 'GET',
    },
    upgrade: {
      url: 'https://graph.instagram.com/access_token',
      grantType: 'ig_exchange_token',
      tokenParam: 'access_token',
    },
    scopes: {
      separator: ',',
      default: ['instagram_business_basic'],
      available: [
        { value: 'instagram_business_basic', description: 'Read profile and media' },
        { value: 'instagram_business_content_publish', description: 'Publish posts and reels' },
        { value: 'instagram_business_manage_comments', description: 'Read and answer comments' },
        { value: 'instagram_business_manage_messages', description: 'Read and send messages' },
        { value: 'instagram_business_manage_insights', description: 'Read insights' },
      ],
    },
    response: {
      root: 'data.0',
      rootOptional: true,
      members: { scope: 'permissions' },
      scopeSeparator: ',',
      errorPath: 'error.type',
      defaultLifetimeSeconds: 5_184_000,
    },
    refresh: {
      by: {
        kind: 'access_token',
        grantType: 'ig_refresh_token',
        tokenParam: 'access_token',
        bare: true,
      },
      rotates: 'never',
      reuseKills: false,
      latestSeconds: 5_097_600,
    },
    userinfo: {
      url: 'https://graph.instagram.com/me?fields=user_id,username',
      idPaths: ['user_id'],
      labelPaths: ['username'],
    },
  },
}))
