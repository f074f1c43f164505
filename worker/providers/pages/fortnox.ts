/** Fortnox. account_type=service binds the token to the company. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const fortnox = providerPage((): ProviderInput => ({
  slug: 'fortnox',
  name: 'Fortnox',
  docsUrl: 'https://www.fortnox.se/developer/authorization',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://apps.fortnox.se/oauth-v1/auth',
    authorizationParams: { access_type: 'offline' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://apps.fortnox.se/oauth-v1/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['companyinformation'],
      available: [
        { value: 'companyinformation', description: 'Read company in Fortnox' },
        { value: 'customer', description: 'Customers in Fortnox' },
        { value: 'invoice', description: 'Invoices in Fortnox' },
        { value: 'bookkeeping', description: 'Bookkeeping in Fortnox' },
        { value: 'article', description: 'Articles in Fortnox' },
        { value: 'salary', description: 'Payroll in Fortnox' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 45 },
    revocation: {
      url: 'https://apps.fortnox.se/oauth-v1/revoke',
      auth: 'basic',
      tokens: ['refresh'],
    },
    userinfo: {
      url: 'https://api.fortnox.se/3/companyinformation',
      idPaths: ['CompanyInformation.OrganizationNumber'],
      labelPaths: ['CompanyInformation.CompanyName'],
    },
  },
}))
