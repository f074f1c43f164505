/** Trustpilot. expires_in is a string. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const trustpilot = providerPage((): ProviderInput => ({
  slug: 'trustpilot',
  name: 'Trustpilot',
  docsUrl: 'https://developers.trustpilot.com/authentication',
  category: 'marketing',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://authenticate.trustpilot.com/',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.trustpilot.com/v1/oauth/oauth-business-users-for-applications/accesstoken',
      refreshUrl:
        'https://api.trustpilot.com/v1/oauth/oauth-business-users-for-applications/refresh',
      clientAuthentication: 'basic_raw',
    },
    refresh: { rotates: 'always', idleDays: 30 },
    revocation: {
      url: 'https://api.trustpilot.com/v1/oauth/oauth-business-users-for-applications/revoke',
      auth: 'none',
      tokens: ['refresh'],
    },
  },
}))
