/** HiBob. Most customers use service users: Basic id:token. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const hibob = providerPage((): ProviderInput => ({
  slug: 'hibob',
  name: 'HiBob',
  docsUrl: 'https://apidocs.hibob.com/docs/oauth',
  category: 'hr-payroll',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://auth.app.hibob.com/oauth2/v1/apps/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://auth.app.hibob.com/oauth2/v1/apps/token',
      clientAuthentication: 'basic_raw',
    },
  },
}))
