/** Timely. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const timely = providerPage((): ProviderInput => ({
  slug: 'timely',
  name: 'Timely',
  docsUrl: 'https://dev.timelyapp.com/',
  category: 'time-tracking',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.timelyapp.com/1.1/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.timelyapp.com/1.1/oauth/token' },
  },
}))
