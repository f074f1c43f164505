/** Heroku. API needs the versioned Accept header. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const heroku = providerPage((): ProviderInput => ({
  slug: 'heroku',
  name: 'Heroku',
  docsUrl: 'https://devcenter.heroku.com/articles/oauth',
  category: 'infrastructure',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://id.heroku.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://id.heroku.com/oauth/token' },
    scopes: {
      default: ['identity'],
      available: [
        { value: 'identity', description: 'Read account info' },
        { value: 'read', description: 'Read apps without config vars' },
        { value: 'write', description: 'Manage apps without config vars' },
        { value: 'read-protected', description: 'Read apps incl. config vars' },
        { value: 'write-protected', description: 'Manage apps incl. config vars' },
        { value: 'global', description: 'Everything the user can do' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
  },
}))
