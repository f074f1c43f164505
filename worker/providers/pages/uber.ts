/** Uber. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const uber = providerPage((): ProviderInput => ({
  slug: 'uber',
  name: 'Uber',
  docsUrl: 'https://developer.uber.com/docs/riders/guides/authentication/introduction',
  category: 'travel',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.uber.com/oauth/v2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://login.uber.com/oauth/v2/token' },
    scopes: {
      default: ['profile'],
      available: [
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'history', description: 'Ride history in Uber' },
        { value: 'request', description: 'Request rides in Uber' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://login.uber.com/oauth/v2/revoke' },
    userinfo: { url: 'https://api.uber.com/v1.2/me', idPaths: ['uuid'], labelPaths: ['email'] },
  },
}))
