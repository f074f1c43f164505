/** Yahoo. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const yahoo = providerPage((): ProviderInput => ({
  slug: 'yahoo',
  name: 'Yahoo',
  docsUrl: 'https://developer.yahoo.com/oauth2/guide/',
  category: 'email',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.login.yahoo.com/oauth2/request_auth',
    token: {
      url: 'https://api.login.yahoo.com/oauth2/get_token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid', 'email'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'mail-r', description: 'Read mail (approval)' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://api.login.yahoo.com/oauth2/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.login.yahoo.com/openid/v1/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
