/** BoldSign. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const boldsign = providerPage((): ProviderInput => ({
  slug: 'boldsign',
  name: 'BoldSign',
  docsUrl: 'https://developers.boldsign.com/authentication/oauth-2-0/',
  category: 'e-signature',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://account.boldsign.com/connect/authorize',
    token: { url: 'https://account.boldsign.com/connect/token' },
    scopes: {
      default: ['openid', 'email', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'BoldSign.Documents.All', description: 'All documents in BoldSign' },
        { value: 'BoldSign.Templates.All', description: 'All templates in BoldSign' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 30 },
    userinfo: {
      url: 'https://account.boldsign.com/connect/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
