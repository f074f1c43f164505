/** FreeAgent. No scopes; user role decides. Sandbox api.sandbox.freeagent.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const freeagent = providerPage((): ProviderInput => ({
  slug: 'freeagent',
  name: 'FreeAgent',
  docsUrl: 'https://dev.freeagent.com/docs/oauth',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.freeagent.com/v2/approve_app',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.freeagent.com/v2/token_endpoint',
      clientAuthentication: 'basic_raw',
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.freeagent.com/v2/users/me',
      idPaths: ['user.url'],
      labelPaths: ['user.email'],
    },
  },
}))
