/** Lokalise. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const lokalise = providerPage((): ProviderInput => ({
  slug: 'lokalise',
  name: 'Lokalise',
  docsUrl: 'https://developers.lokalise.com/docs/oauth-2-flow',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.lokalise.com/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.lokalise.com/oauth2/token', bodyFormat: 'json' },
    scopes: {
      default: ['read_projects'],
      available: [
        { value: 'read_projects', description: 'Read projects in Lokalise' },
        { value: 'write_projects', description: 'Edit projects in Lokalise' },
        { value: 'read_keys', description: 'Read keys in Lokalise' },
        { value: 'write_keys', description: 'Edit keys in Lokalise' },
        { value: 'read_translations', description: 'Read translations in Lokalise' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
