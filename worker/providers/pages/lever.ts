/** Lever. Audience parameter is mandatory. Sandbox at sandbox-lever.auth0.com and api.sandbox.lever.co. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const lever = providerPage((): ProviderInput => ({
  slug: 'lever',
  name: 'Lever',
  docsUrl: 'https://hire.lever.co/developer/documentation#authentication',
  category: 'hr-ats',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.lever.co/authorize',
    authorizationParams: { audience: 'https://api.lever.co/v1/', prompt: 'consent' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://auth.lever.co/oauth/token' },
    scopes: {
      default: ['offline_access', 'opportunities:read:admin'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'opportunities:read:admin', description: 'Read opportunities in Lever' },
        { value: 'opportunities:write:admin', description: 'Edit opportunities in Lever' },
        { value: 'postings:read:admin', description: 'Read postings in Lever' },
        { value: 'users:read:admin', description: 'Read users in Lever' },
        { value: 'webhooks:write:admin', description: 'Manage webhooks in Lever' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 365 },
  },
}))
