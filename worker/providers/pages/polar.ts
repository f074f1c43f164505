/** Polar. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const polar = providerPage((): ProviderInput => ({
  slug: 'polar',
  name: 'Polar',
  docsUrl: 'https://polar.sh/docs/integrate/oauth2/introduction',
  category: 'payments',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://polar.sh/oauth2/authorize',
    token: { url: 'https://api.polar.sh/v1/oauth2/token' },
    scopes: {
      default: ['openid', 'profile', 'email'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'products:read', description: 'Read products in Polar' },
        { value: 'orders:read', description: 'Read orders in Polar' },
        { value: 'customers:read', description: 'Read customers in Polar' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.polar.sh/v1/oauth2/revoke' },
    userinfo: {
      url: 'https://api.polar.sh/v1/oauth2/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email', 'name'],
    },
  },
}))
