/** Splitwise. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const splitwise = providerPage((): ProviderInput => ({
  slug: 'splitwise',
  name: 'Splitwise',
  docsUrl: 'https://dev.splitwise.com/',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://secure.splitwise.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://secure.splitwise.com/oauth/token' },
    userinfo: {
      url: 'https://secure.splitwise.com/api/v3.0/get_current_user',
      idPaths: ['user.id'],
      labelPaths: ['user.email'],
    },
  },
}))
