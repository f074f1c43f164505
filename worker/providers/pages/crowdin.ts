/** Crowdin. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const crowdin = providerPage((): ProviderInput => ({
  slug: 'crowdin',
  name: 'Crowdin',
  docsUrl: 'https://support.crowdin.com/developer/authorizing-oauth-apps/',
  category: 'developer-tools',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://accounts.crowdin.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://accounts.crowdin.com/oauth/token', bodyFormat: 'json' },
    scopes: {
      default: ['project'],
      available: [
        { value: 'project', description: 'Project data in Crowdin' },
        { value: 'tm', description: 'Translation memories in Crowdin' },
        { value: 'glossary', description: 'Glossaries in Crowdin' },
        { value: 'webhook', description: 'Webhooks in Crowdin' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.crowdin.com/api/v2/user',
      idPaths: ['data.id'],
      labelPaths: ['data.email', 'data.username'],
    },
  },
}))
