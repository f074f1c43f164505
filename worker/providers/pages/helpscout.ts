/** Help Scout. No scopes. client_credentials works for own-account apps. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const helpscout = providerPage((): ProviderInput => ({
  slug: 'helpscout',
  name: 'Help Scout',
  docsUrl: 'https://developer.helpscout.com/mailbox-api/overview/authentication/',
  category: 'support',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://secure.helpscout.net/authentication/authorizeClientApplication',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.helpscout.net/v2/oauth2/token' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.helpscout.net/v2/users/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
