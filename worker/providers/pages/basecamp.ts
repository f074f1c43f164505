/**
 * Basecamp. type=web_server replaces response_type and grant_type; refresh uses type=refresh. API needs a
 * User-Agent with contact info. One identity may hold several accounts.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const basecamp = providerPage((): ProviderInput => ({
  slug: 'basecamp',
  name: 'Basecamp',
  docsUrl: 'https://github.com/basecamp/api/blob/master/sections/authentication.md',
  category: 'project-management',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://launchpad.37signals.com/authorization/new',
    authorizationParams: { type: 'web_server' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://launchpad.37signals.com/authorization/token',
      params: { type: 'web_server' },
      refreshParams: { type: 'refresh' },
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://launchpad.37signals.com/authorization.json',
      idPaths: ['identity.id'],
      labelPaths: ['identity.email_address'],
    },
  },
}))
