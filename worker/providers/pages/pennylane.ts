/** Pennylane. Docs show scopes joined with + (an encoded space); nango sends a literal plus. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const pennylane = providerPage((): ProviderInput => ({
  slug: 'pennylane',
  name: 'Pennylane',
  docsUrl: 'https://pennylane.readme.io/docs/oauth-20-walkthrough',
  category: 'finance',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.pennylane.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.pennylane.com/oauth/token' },
    scopes: {
      available: [
        { value: 'customer_invoices:readonly', description: 'Read customer invoices' },
        { value: 'supplier_invoices:readonly', description: 'Read supplier invoices' },
        { value: 'ledger', description: 'Ledger access in Pennylane' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 90 },
    revocation: { url: 'https://app.pennylane.com/oauth/revoke' },
    userinfo: {
      url: 'https://app.pennylane.com/api/external/v2/me',
      idPaths: ['company.id'],
      labelPaths: ['user.email'],
    },
  },
}))
