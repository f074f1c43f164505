/** Read AI. */
import { defineProvider } from '../define-provider.ts'

export const readAi = defineProvider({
  slug: 'read-ai',
  name: 'Read AI',
  docsUrl: 'https://support.read.ai/hc/en-us',
  category: 'communication',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://authn.read.ai/oauth2/auth',
    token: { url: 'https://authn.read.ai/oauth2/token', clientAuthentication: 'basic_raw' },
  },
})
