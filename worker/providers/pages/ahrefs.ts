/**
 * Ahrefs. Apps of Ahrefs Connect: PKCE is demanded, there is one scope, and tokens live a year without a refresh
 * token.
 */
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
    token: { url: 'https://ahrefs.com/oauth/token' },
    scopes: {
      required: ['apiv3-integration-apps'],
      available: [{ value: 'apiv3-integration-apps', description: 'API access in Ahrefs' }],
    },
  },
}))
