/** ADP. Every request needs a client certificate that ADP signed, and none can be set here yet. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const adp = providerPage((): ProviderInput => ({
  slug: 'adp',
  name: 'ADP',
  docsUrl: 'https://developers.adp.com/',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['client_credentials'],
  notOffered: {
    kind: 'unsupported',
    reason:
      'ADP demands a client certificate (mutual TLS) of each request, which is not done here.',
  },
  oauth: {
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://accounts.adp.com/auth/oauth/v2/token',
      clientAuthentication: 'basic_raw',
    },
  },
}))
