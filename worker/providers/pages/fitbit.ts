/**
 * Fitbit. Its Web API was announced to be switched off on 2026-10-30; google-health takes its place, and
 * tokens do not carry over.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const fitbit = providerPage((): ProviderInput => ({
  slug: 'fitbit',
  name: 'Fitbit',
  docsUrl: 'https://dev.fitbit.com/build/reference/web-api/developer-guide/authorization/',
  category: 'health',
  verified: 'recall',
  notOffered: {
    kind: 'retired',
    reason: 'The Fitbit Web API was announced to be switched off on 2026-10-30.',
    successor: 'google-health',
  },
  oauth: {
    authorizationUrl: 'https://www.fitbit.com/oauth2/authorize',
    token: { url: 'https://api.fitbit.com/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['profile', 'activity'],
      available: [
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'activity', description: 'Read steps and exercise' },
        { value: 'heartrate', description: 'Read heart rate' },
        { value: 'sleep', description: 'Read sleep' },
        { value: 'weight', description: 'Read weight and body fat' },
        { value: 'nutrition', description: 'Read food and water' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.fitbit.com/oauth2/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.fitbit.com/1/user/-/profile.json',
      idPaths: ['user.encodedId'],
      labelPaths: ['user.displayName'],
    },
  },
}))
