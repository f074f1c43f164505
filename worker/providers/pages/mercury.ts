/** Mercury. Sandbox oauth2-sandbox.mercury.com. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const mercury = providerPage((): ProviderInput => ({
  slug: 'mercury',
  name: 'Mercury',
  docsUrl: 'https://docs.mercury.com/docs/oauth2',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://oauth2.mercury.com/oauth2/auth',
    token: {
      url: 'https://oauth2.mercury.com/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['offline_access', 'read'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'read', description: 'Read accounts and transactions' },
        { value: 'write', description: 'Send payments in Mercury' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.mercury.com/api/v1/organization',
      idPaths: ['organization.id'],
      labelPaths: ['organization.legalBusinessName'],
    },
  },
}))
