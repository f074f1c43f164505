/** Salesloft. A new refresh token revokes all earlier ones. Scopes are set on the app. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const salesloft = providerPage((): ProviderInput => ({
  slug: 'salesloft',
  name: 'Salesloft',
  docsUrl: 'https://developers.salesloft.com/docs/platform/api-basics/oauth-authentication/',
  category: 'sales',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://accounts.salesloft.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://accounts.salesloft.com/oauth/token' },
    scopes: {
      available: [
        { value: 'accounts:read', description: 'Read accounts in Salesloft' },
        { value: 'people:read', description: 'Read people in Salesloft' },
        { value: 'people:write', description: 'Edit people in Salesloft' },
        { value: 'cadences:read', description: 'Read cadences in Salesloft' },
        { value: 'emails:read', description: 'Read emails in Salesloft' },
        { value: 'calls:read', description: 'Read calls in Salesloft' },
        { value: 'webhooks:write', description: 'Manage webhooks in Salesloft' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.salesloft.com/v2/me',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
