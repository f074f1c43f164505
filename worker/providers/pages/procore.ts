/** Procore. No scopes. Procore-Company-Id header. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const procore = providerPage((): ProviderInput => ({
  slug: 'procore',
  name: 'Procore',
  docsUrl: 'https://developers.procore.com/documentation/oauth-introduction',
  category: 'construction',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.procore.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://login.procore.com/oauth/token' },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://login.procore.com/oauth/revoke' },
    userinfo: {
      url: 'https://api.procore.com/rest/v1.0/me',
      idPaths: ['id'],
      labelPaths: ['login'],
    },
  },
}))
