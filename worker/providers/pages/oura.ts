/** Oura. A token is given back in the address of a GET. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const oura = providerPage((): ProviderInput => ({
  slug: 'oura',
  name: 'Oura',
  docsUrl: 'https://cloud.ouraring.com/docs/authentication',
  category: 'health',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://cloud.ouraring.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.ouraring.com/oauth/token' },
    scopes: {
      default: ['email', 'personal'],
      available: [
        { value: 'email', description: 'Read the account email address' },
        { value: 'personal', description: 'Age, weight, sex' },
        { value: 'daily', description: 'Daily summaries in Oura' },
        { value: 'heartrate', description: 'Heart rate in Oura' },
        { value: 'workout', description: 'Workouts in Oura' },
        { value: 'session', description: 'Sessions in Oura' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://api.ouraring.com/oauth/revoke',
      method: 'GET',
      auth: 'none',
      tokenParam: 'access_token',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.ouraring.com/v2/usercollection/personal_info',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
