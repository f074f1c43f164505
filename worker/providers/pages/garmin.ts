/** Garmin Connect. No scope parameter; permissions are toggled by the user. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const garmin = providerPage((): ProviderInput => ({
  slug: 'garmin',
  name: 'Garmin Connect',
  docsUrl: 'https://developer.garmin.com/gc-developer-program/',
  category: 'health',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://connect.garmin.com/oauth2Confirm',
    token: { url: 'https://diauth.garmin.com/di-oauth2-service/oauth/token' },
    refresh: { rotates: 'always', idleDays: 90 },
    revocation: {
      url: 'https://apis.garmin.com/wellness-api/rest/user/registration',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://apis.garmin.com/wellness-api/rest/user/id',
      idPaths: ['userId'],
      labelPaths: ['userId'],
    },
  },
}))
