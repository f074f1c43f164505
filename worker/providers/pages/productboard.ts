/** Productboard. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const productboard = providerPage((): ProviderInput => ({
  slug: 'productboard',
  name: 'Productboard',
  docsUrl: 'https://developer.productboard.com/reference/oauth2',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.productboard.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.productboard.com/oauth2/token' },
    scopes: {
      default: ['product_hierarchy_data:read'],
      available: [
        { value: 'product_hierarchy_data:read', description: 'Read features in Productboard' },
        { value: 'notes:read', description: 'Read notes in Productboard' },
        { value: 'notes:create', description: 'Create notes in Productboard' },
        { value: 'users:read', description: 'Read users in Productboard' },
        { value: 'companies:read', description: 'Read companies in Productboard' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 180 },
    revocation: { url: 'https://app.productboard.com/oauth2/revoke' },
  },
}))
