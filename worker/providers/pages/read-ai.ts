/** Read AI. A refresh token is issued to those alone who ask for offline_access, and every refresh gives a new one. */
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
    scopes: {
      default: ['openid', 'email', 'offline_access', 'meeting:read'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the user’s address' },
        { value: 'profile', description: 'Read the user’s name and picture' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'meeting:read', description: 'Read meetings, summaries and transcripts' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://authn.read.ai/oauth2/revoke', auth: 'basic' },
  },
}))
