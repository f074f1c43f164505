/** WHOOP. State must be at least 8 characters. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const whoop = providerPage((): ProviderInput => ({
  slug: 'whoop',
  name: 'WHOOP',
  docsUrl: 'https://developer.whoop.com/docs/developing/oauth',
  category: 'health',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.prod.whoop.com/oauth/oauth2/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.prod.whoop.com/oauth/oauth2/token' },
    scopes: {
      default: ['offline', 'read:profile'],
      available: [
        { value: 'offline', description: 'Issue a refresh token' },
        { value: 'read:profile', description: 'Read the basic user profile' },
        { value: 'read:recovery', description: 'Read recovery in WHOOP' },
        { value: 'read:sleep', description: 'Read sleep in WHOOP' },
        { value: 'read:workout', description: 'Read workouts in WHOOP' },
        { value: 'read:cycles', description: 'Read cycles in WHOOP' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://api.prod.whoop.com/developer/v2/user/access',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.prod.whoop.com/developer/v2/user/profile/basic',
      idPaths: ['user_id'],
      labelPaths: ['email'],
    },
  },
}))
