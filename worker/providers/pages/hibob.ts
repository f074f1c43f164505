/**
 * HiBob. An app is installed at an address of its own, which names the scopes. Most customers use service
 * users: Basic id:token.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const hibob = providerPage((): ProviderInput => ({
  slug: 'hibob',
  name: 'HiBob',
  docsUrl: 'https://apidocs.hibob.com/reference/oauth-20',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  configFields: [
    {
      key: 'app_id',
      label: 'App ID',
      description: 'The last part of your app’s installation URL, from HiBob’s Developer Portal.',
      required: true,
      scope: 'integration',
      pattern: '[A-Za-z0-9_-]{1,100}',
      example: 'a1b2c3d4',
    },
  ],
  oauth: {
    authorizationUrl: 'https://app.hibob.com/app-marketplace/install/{app_id}',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://auth.app.hibob.com/oauth2/v1/apps/token',
      clientAuthentication: 'basic_raw',
    },
  },
}))
