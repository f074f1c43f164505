/** Zapier. Partner program needed. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const zapier = providerPage((): ProviderInput => ({
  slug: 'zapier',
  name: 'Zapier',
  docsUrl: 'https://docs.zapier.com/powered-by-zapier/api-reference/authentication',
  category: 'automation',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.zapier.com/v2/authorize',
    authorizationParams: { response_mode: 'query' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://zapier.com/oauth/token/', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['profile'],
      available: [
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'zap', description: 'Read Zaps in Zapier' },
        { value: 'zap:write', description: 'Create Zaps in Zapier' },
        { value: 'authentication', description: 'Read connections in Zapier' },
        { value: 'zap:runs', description: 'Read runs in Zapier' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
