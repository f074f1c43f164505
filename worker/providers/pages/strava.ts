/**
 * Strava. Granted scopes are in the callback query, not the token response. Access token stays the same
 * while more than one hour is left.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const strava = providerPage((): ProviderInput => ({
  slug: 'strava',
  name: 'Strava',
  docsUrl: 'https://developers.strava.com/docs/authentication/',
  category: 'health',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.strava.com/oauth/authorize',
    authorizationParams: { approval_prompt: 'auto' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://www.strava.com/oauth/token' },
    scopes: {
      mandatory: true,
      separator: ',',
      default: ['read'],
      available: [
        { value: 'read', description: 'Read public data' },
        { value: 'read_all', description: 'Read private routes and segments' },
        { value: 'profile:read_all', description: 'Read full profile' },
        { value: 'profile:write', description: 'Edit profile in Strava' },
        { value: 'activity:read', description: 'Read visible activities' },
        { value: 'activity:read_all', description: 'Read private activities' },
        { value: 'activity:write', description: 'Upload activities in Strava' },
      ],
    },
    response: { scopeSeparator: ',' },
    callback: { scope: 'scope' },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://www.strava.com/oauth/deauthorize',
      auth: 'bearer',
      tokenParam: 'access_token',
      tokens: ['access'],
      grantWide: true,
    },
    userinfo: {
      url: 'https://www.strava.com/api/v3/athlete',
      idPaths: ['id'],
      labelPaths: ['username', 'firstname'],
    },
  },
}))
