/**
 * TikTok Ads. Everything has a name of its own, tokens are within data, and a refusal has status 200 and a
 * code that is not 0. Tokens do not expire.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const tiktokAds = providerPage((): ProviderInput => ({
  slug: 'tiktok-ads',
  name: 'TikTok Ads',
  docsUrl: 'https://business-api.tiktok.com/portal/docs?id=1738373164380162',
  category: 'marketing',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://business-api.tiktok.com/portal/auth',
    authorizationOmits: ['response_type'],
    rename: { client_id: 'app_id', client_secret: 'secret', code: 'auth_code' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://business-api.tiktok.com/open_api/v1.3/oauth2/access_token/',
      bodyFormat: 'json',
    },
    response: { root: 'data', okPath: 'code', okValue: '0', errorPath: 'code' },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://business-api.tiktok.com/open_api/v1.3/oauth2/revoke_token/',
      format: 'json',
      tokenParam: 'access_token',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://business-api.tiktok.com/open_api/v1.3/user/info/',
      tokenHeader: 'access-token',
      tokenScheme: '',
      idPaths: ['data.core_user_id'],
      labelPaths: ['data.display_name', 'data.email'],
    },
  },
}))
