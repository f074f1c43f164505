/** Ahrefs. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ahrefs = providerPage((): ProviderInput => ({
  slug: 'ahrefs',
  name: 'Ahrefs',
  docsUrl: 'https://docs.ahrefs.com/docs/api/reference/oauth-guide',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.ahrefs.com/web/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://ahrefs.com/oauth/token' },
    scopes: {
      default: ['api'],
      available: [{ value: 'api', description: 'API access in Ahrefs' }],
    },
  },
}))
