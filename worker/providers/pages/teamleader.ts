/** Teamleader Focus. Scopes set on the integration. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const teamleader = providerPage((): ProviderInput => ({
  slug: 'teamleader',
  name: 'Teamleader Focus',
  docsUrl: 'https://developer.focus.teamleader.eu/docs/authentication',
  category: 'crm',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://focus.teamleader.eu/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://focus.teamleader.eu/oauth2/access_token' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.focus.teamleader.eu/users.me',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
