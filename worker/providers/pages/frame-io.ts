/**
 * Frame.io. V4 signs in through Adobe IMS; the legacy V2 server was applications.frame.io/oauth2/auth with
 * a 1 h token, 30-day refresh, scope offline.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const frameIo = providerPage((): ProviderInput => ({
  slug: 'frame-io',
  name: 'Frame.io',
  docsUrl: 'https://developer.frame.io/docs/platform/auth',
  category: 'media',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://ims-na1.adobelogin.com/ims/authorize/v2',
    token: { url: 'https://ims-na1.adobelogin.com/ims/token/v3' },
    scopes: {
      separator: ',',
      default: ['openid', 'email', 'profile', 'offline_access', 'additional_info.roles'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'additional_info.roles', description: 'Product roles in Frame.io' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 14 },
    revocation: { url: 'https://ims-na1.adobelogin.com/ims/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.frame.io/v4/me',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
