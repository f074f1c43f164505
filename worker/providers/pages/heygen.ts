/** HeyGen. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const heygen = providerPage((): ProviderInput => ({
  slug: 'heygen',
  name: 'HeyGen',
  docsUrl: 'https://docs.heygen.com/docs/heygen-oauth',
  category: 'media',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.heygen.com/oauth/authorize',
    token: {
      url: 'https://api2.heygen.com/v1/oauth/token',
      refreshUrl: 'https://api2.heygen.com/v1/oauth/refresh_token',
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.heygen.com/v1/user/me',
      idPaths: ['data.username'],
      labelPaths: ['data.email'],
    },
  },
}))
