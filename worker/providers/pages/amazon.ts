/** Login with Amazon. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const amazon = providerPage((): ProviderInput => ({
  slug: 'amazon',
  name: 'Login with Amazon',
  docsUrl: 'https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html',
  category: 'identity',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.amazon.com/ap/oa',
    token: { url: 'https://api.amazon.com/auth/o2/token' },
    scopes: {
      default: ['profile'],
      available: [
        { value: 'profile', description: 'Read user name and email' },
        { value: 'profile:user_id', description: 'User id only' },
        { value: 'postal_code', description: 'Read postcode in Login with Amazon' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.amazon.com/user/profile',
      idPaths: ['user_id'],
      labelPaths: ['email'],
    },
  },
}))
