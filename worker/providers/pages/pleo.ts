/** Pleo. Staging: auth.staging.pleo.io. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pleo = providerPage((): ProviderInput => ({
  slug: 'pleo',
  name: 'Pleo',
  docsUrl: 'https://developers.pleo.io',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.pleo.io/oauth/authorize',
    token: { url: 'https://auth.pleo.io/oauth/token', clientAuthentication: 'basic_raw' },
  },
}))
