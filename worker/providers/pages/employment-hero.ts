/** Employment Hero. 15-minute tokens. Scopes set on the app. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const employmentHero = providerPage((): ProviderInput => ({
  slug: 'employment-hero',
  name: 'Employment Hero',
  docsUrl: 'https://developer.employmenthero.com/api-references/',
  category: 'hr-payroll',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://oauth.employmenthero.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://oauth.employmenthero.com/oauth2/token' },
    refresh: { rotates: 'always' },
  },
}))
