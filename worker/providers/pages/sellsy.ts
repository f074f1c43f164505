/** Sellsy. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const sellsy = providerPage((): ProviderInput => ({
  slug: 'sellsy',
  name: 'Sellsy',
  docsUrl: 'https://docs.sellsy.com/api/v2/',
  category: 'crm',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.sellsy.com/oauth2/authorization',
    token: { url: 'https://login.sellsy.com/oauth2/access-tokens' },
    scopes: {
      available: [
        { value: 'companies.read', description: 'Read companies in Sellsy' },
        { value: 'contacts.read', description: 'Read contacts in Sellsy' },
        { value: 'invoices.read', description: 'Read invoices in Sellsy' },
      ],
    },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://api.sellsy.com/v2/staffs/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
