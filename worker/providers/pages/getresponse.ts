/** GetResponse. Keys use X-Auth-Token: api-key KEY. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const getresponse = providerPage((): ProviderInput => ({
  slug: 'getresponse',
  name: 'GetResponse',
  docsUrl: 'https://apidocs.getresponse.com/v3/authentication/oauth2',
  category: 'marketing',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.getresponse.com/oauth2_authorize.html',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.getresponse.com/v3/token', clientAuthentication: 'basic_raw' },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.getresponse.com/v3/accounts',
      idPaths: ['accountId'],
      labelPaths: ['email'],
    },
  },
}))
