/** Harvest. Harvest-Account-Id and User-Agent headers needed. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const harvest = providerPage((): ProviderInput => ({
  slug: 'harvest',
  name: 'Harvest',
  docsUrl: 'https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/',
  category: 'time-tracking',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://id.getharvest.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://id.getharvest.com/api/v2/oauth2/token' },
    scopes: {
      default: ['harvest:all'],
      available: [
        { value: 'harvest:all', description: 'All Harvest accounts' },
        { value: 'forecast:all', description: 'All Forecast accounts' },
        { value: 'harvest:{account_id}', description: 'One account in Harvest' },
      ],
    },
    refresh: { rotates: 'always' },
  },
}))
