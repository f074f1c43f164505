/**
 * Exact Online. Each country has a host of its own. Tokens live ten minutes and may not be refreshed
 * before nine and a half are over.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const exactOnline = providerPage((): ProviderInput => ({
  slug: 'exact-online',
  name: 'Exact Online',
  docsUrl:
    'https://support.exactonline.com/community/s/knowledge-base#All-All-DNO-Content-gettingstarted',
  category: 'finance',
  verified: 'recall',
  configFields: [
    {
      key: 'country',
      label: 'Country',
      description: 'What stands after start.exactonline. in the address where you sign in.',
      required: true,
      scope: 'installation',
      pattern: 'nl|be|de|fr|es|co\\.uk|com',
      example: 'nl',
    },
  ],
  oauth: {
    authorizationUrl: 'https://start.exactonline.{country}/api/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://start.exactonline.{country}/api/oauth2/token' },
    response: { defaultLifetimeSeconds: 600 },
    refresh: { rotates: 'always', idleDays: 30, latestSeconds: 28 },
    userinfo: {
      url: 'https://start.exactonline.{country}/api/v1/current/Me?$select=UserID,Email',
      idPaths: ['d.results.0.UserID'],
      labelPaths: ['d.results.0.Email'],
    },
  },
}))
