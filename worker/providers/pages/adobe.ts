/**
 * Adobe. expires_in is in seconds at v3 but milliseconds in older versions. Calls also need x-api-key with
 * the client id.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const adobe = providerPage((): ProviderInput => ({
  slug: 'adobe',
  name: 'Adobe',
  docsUrl:
    'https://developer.adobe.com/developer-console/docs/guides/authentication/UserAuthentication/ims',
  category: 'design',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://ims-na1.adobelogin.com/ims/authorize/v2',
    token: { url: 'https://ims-na1.adobelogin.com/ims/token/v3' },
    scopes: {
      separator: ',',
      default: ['openid', 'email', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'AdobeID', description: 'Adobe account in Adobe' },
        { value: 'creative_sdk', description: 'Creative Cloud APIs' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 14 },
    revocation: { url: 'https://ims-na1.adobelogin.com/ims/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://ims-na1.adobelogin.com/ims/userinfo/v2',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
