/** Snapchat Ads. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const snapchat = providerPage((): ProviderInput => ({
  slug: 'snapchat',
  name: 'Snapchat Ads',
  docsUrl: 'https://developers.snap.com/api/marketing-api/Ads-API/authentication',
  category: 'marketing',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://accounts.snapchat.com/login/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://accounts.snapchat.com/login/oauth2/access_token' },
    scopes: {
      default: ['snapchat-marketing-api'],
      available: [
        { value: 'snapchat-marketing-api', description: 'Manage ads in Snapchat Ads' },
        {
          value: 'snapchat-offline-conversions-api',
          description: 'Offline conversions in Snapchat Ads',
        },
        { value: 'snapchat-profile-api', description: 'Public profile API' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://accounts.snapchat.com/accounts/oauth2/revoke' },
    userinfo: {
      url: 'https://adsapi.snapchat.com/v1/me',
      idPaths: ['me.id'],
      labelPaths: ['me.email'],
    },
  },
}))
