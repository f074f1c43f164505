/** Read AI. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const readAi = providerPage((): ProviderInput => ({
  slug: 'read-ai',
  name: 'Read AI',
  docsUrl: 'https://support.read.ai/hc/en-us',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://authn.read.ai/oauth2/auth',
    token: { url: 'https://authn.read.ai/oauth2/token', clientAuthentication: 'basic_raw' },
  },
}))
