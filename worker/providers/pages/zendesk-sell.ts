/** Zendesk Sell. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const zendeskSell = providerPage((): ProviderInput => ({
  slug: 'zendesk-sell',
  name: 'Zendesk Sell',
  docsUrl: 'https://developer.zendesk.com/api-reference/sales-crm/authentication/introduction/',
  category: 'crm',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.getbase.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.getbase.com/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['read', 'profile'],
      available: [
        { value: 'read', description: 'Read CRM data' },
        { value: 'write', description: 'Edit CRM data' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'sync', description: 'Sync API in Zendesk Sell' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.getbase.com/v2/users/self',
      idPaths: ['data.id'],
      labelPaths: ['data.email'],
    },
  },
}))
