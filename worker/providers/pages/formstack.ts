/** Formstack. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const formstack = providerPage((): ProviderInput => ({
  slug: 'formstack',
  name: 'Formstack',
  docsUrl: 'https://developers.formstack.com/reference/api-overview',
  category: 'forms',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.formstack.com/api/v2/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.formstack.com/api/v2/oauth2/token' },
  },
}))
