/** SS&C Intralinks. Test host test-api.intralinks.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const intralinks = providerPage((): ProviderInput => ({
  slug: 'intralinks',
  name: 'SS&C Intralinks',
  docsUrl: 'https://developers.intralinks.com',
  category: 'file-storage',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.intralinks.com/v2/oauth/authorize',
    authorizationParams: { endOtherSessions: 'false' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.intralinks.com/v2/oauth/token' },
    revocation: {
      url: 'https://api.intralinks.com/v2/oauth/revoke',
      format: 'json',
      tokens: ['access'],
    },
  },
}))
