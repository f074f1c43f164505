/** bexio. Moved from idp.bexio.com to this Keycloak realm. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bexio = providerPage((): ProviderInput => ({
  slug: 'bexio',
  name: 'bexio',
  docsUrl: 'https://docs.bexio.com/#section/Authentication',
  category: 'finance',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.bexio.com/realms/bexio/protocol/openid-connect/auth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://auth.bexio.com/realms/bexio/protocol/openid-connect/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid', 'profile', 'offline_access'],
      available: [
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'contact_show', description: 'Read contacts in bexio' },
        { value: 'kb_invoice_show', description: 'Read invoices in bexio' },
        { value: 'accounting', description: 'Accounting in bexio' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://auth.bexio.com/realms/bexio/protocol/openid-connect/revoke',
      auth: 'basic',
    },
    userinfo: {
      url: 'https://auth.bexio.com/realms/bexio/protocol/openid-connect/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email'],
    },
  },
}))
