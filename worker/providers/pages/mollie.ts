/** Mollie. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const mollie = providerPage((): ProviderInput => ({
  slug: 'mollie',
  name: 'Mollie',
  docsUrl: 'https://docs.mollie.com/reference/oauth-api',
  category: 'payments',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://my.mollie.com/oauth2/authorize',
    authorizationParams: { approval_prompt: 'auto' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.mollie.com/oauth2/tokens', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['organizations.read'],
      available: [
        { value: 'organizations.read', description: 'Read organization in Mollie' },
        { value: 'payments.read', description: 'Read payments in Mollie' },
        { value: 'payments.write', description: 'Create payments in Mollie' },
        { value: 'customers.read', description: 'Read customers in Mollie' },
        { value: 'invoices.read', description: 'Read invoices in Mollie' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://api.mollie.com/oauth2/tokens',
      method: 'DELETE',
      auth: 'basic',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.mollie.com/v2/organizations/me',
      idPaths: ['id'],
      labelPaths: ['email', 'name'],
    },
  },
}))
