/** Spendesk. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const spendesk = providerPage((): ProviderInput => ({
  slug: 'spendesk',
  name: 'Spendesk',
  docsUrl: 'https://developer.spendesk.com',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://public-api.spendesk.com/v1/oauth2/authorize',
    token: { url: 'https://public-api.spendesk.com/v1/oauth2/token/create', bodyFormat: 'json' },
  },
}))
