/**
 * Square. Expiry as ISO expires_at. PKCE clients get single-use 90-day refresh tokens instead. Renew at
 * least every 7 days is advised. Sandbox host connect.squareupsandbox.com.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const square = providerPage((): ProviderInput => ({
  slug: 'square',
  name: 'Square',
  docsUrl: 'https://developer.squareup.com/docs/oauth-api/overview',
  category: 'payments',
  verified: 'docs',
  oauth: {
    authorizationUrl: 'https://connect.squareup.com/oauth2/authorize',
    authorizationParams: { session: 'false' },
    pkce: false,
    noPkceReason:
      'It is the flow of clients without a secret, whose refresh tokens end after ninety days.',
    token: { url: 'https://connect.squareup.com/oauth2/token', bodyFormat: 'json' },
    scopes: {
      default: ['MERCHANT_PROFILE_READ'],
      available: [
        { value: 'MERCHANT_PROFILE_READ', description: 'Read merchant profile' },
        { value: 'PAYMENTS_READ', description: 'Read payments in Square' },
        { value: 'PAYMENTS_WRITE', description: 'Take payments in Square' },
        { value: 'ORDERS_READ', description: 'Read orders in Square' },
        { value: 'CUSTOMERS_READ', description: 'Read customers in Square' },
        { value: 'ITEMS_READ', description: 'Read catalogue in Square' },
        { value: 'INVENTORY_READ', description: 'Read stock in Square' },
        { value: 'INVOICES_READ', description: 'Read invoices in Square' },
      ],
    },
    response: { expiresAt: 'expires_at', keep: ['merchant_id'] },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://connect.squareup.com/oauth2/revoke',
      auth: 'client_header',
      scheme: 'Client',
      format: 'json',
      tokenParam: 'access_token',
      tokens: ['access'],
      grantWide: true,
    },
    userinfo: {
      url: 'https://connect.squareup.com/v2/merchants/me',
      idPaths: ['merchant.id'],
      labelPaths: ['merchant.business_name'],
    },
  },
}))
