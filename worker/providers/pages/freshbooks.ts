/** FreshBooks. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const freshbooks = providerPage((): ProviderInput => ({
  slug: 'freshbooks',
  name: 'FreshBooks',
  docsUrl: 'https://www.freshbooks.com/api/authentication',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.freshbooks.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.freshbooks.com/auth/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['user:profile:read'],
      available: [
        { value: 'user:profile:read', description: 'Read the basic user profile' },
        { value: 'user:invoices:read', description: 'Read invoices in FreshBooks' },
        { value: 'user:clients:read', description: 'Read clients in FreshBooks' },
        { value: 'user:expenses:read', description: 'Read expenses in FreshBooks' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://api.freshbooks.com/auth/oauth/revoke',
      format: 'json',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.freshbooks.com/auth/api/v1/users/me',
      idPaths: ['response.identity_id'],
      labelPaths: ['response.email'],
    },
  },
}))
