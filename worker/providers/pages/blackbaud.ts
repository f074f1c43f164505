/** Blackbaud SKY. Calls need Bb-Api-Subscription-Key. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const blackbaud = providerPage((): ProviderInput => ({
  slug: 'blackbaud',
  name: 'Blackbaud SKY',
  docsUrl: 'https://developer.blackbaud.com/skyapi/docs/authorization',
  category: 'community',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://app.blackbaud.com/oauth/authorize',
    token: { url: 'https://oauth2.sky.blackbaud.com/token', clientAuthentication: 'basic_raw' },
    refresh: { rotates: 'always', idleDays: 365 },
  },
}))
