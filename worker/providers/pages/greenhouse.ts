/**
 * Greenhouse. Token response gives expires_at instead of expires_in. Older OAuth at
 * api.greenhouse.io/oauth/* is for the Candidate Ingestion API. Harvest v1/v2 keys are HTTP Basic with key
 * as user; they are being retired for v3 OAuth.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const greenhouse = providerPage((): ProviderInput => ({
  slug: 'greenhouse',
  name: 'Greenhouse',
  docsUrl: 'https://developers.greenhouse.io/harvest.html',
  category: 'hr-ats',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.greenhouse.io/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.greenhouse.io/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['harvest:candidates:list'],
      available: [
        { value: 'harvest:candidates:list', description: 'List candidates in Greenhouse' },
        { value: 'harvest:applications:list', description: 'List applications in Greenhouse' },
        { value: 'harvest:jobs:list', description: 'List jobs in Greenhouse' },
        { value: 'harvest:users:list', description: 'List users in Greenhouse' },
      ],
    },
    response: { expiresAt: 'expires_at' },
  },
}))
