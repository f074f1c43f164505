/** Brex. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const brex = providerPage((): ProviderInput => ({
  slug: 'brex',
  name: 'Brex',
  docsUrl: 'https://developer.brex.com/docs/authentication/',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://accounts-api.brex.com/oauth2/default/v1/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://accounts-api.brex.com/oauth2/default/v1/token' },
    scopes: {
      default: ['openid', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'expenses.card.readonly', description: 'Read card expenses' },
        { value: 'transactions.card.readonly', description: 'Read card transactions' },
        { value: 'users.readonly', description: 'Read users in Brex' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 90 },
    userinfo: {
      url: 'https://platform.brexapis.com/v2/users/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
