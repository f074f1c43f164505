/** Acuity Scheduling. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const acuityScheduling = providerPage((): ProviderInput => ({
  slug: 'acuity-scheduling',
  name: 'Acuity Scheduling',
  docsUrl: 'https://developers.acuityscheduling.com/docs/oauth2',
  category: 'calendar',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://acuityscheduling.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://acuityscheduling.com/oauth2/token' },
    scopes: {
      default: ['api-v1'],
      available: [{ value: 'api-v1', description: 'Full API access' }],
    },
    revocation: {
      url: 'https://acuityscheduling.com/oauth2/disconnect',
      tokenParam: 'access_token',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://acuityscheduling.com/api/v1/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
