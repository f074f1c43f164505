/** Squarespace. Expiry as access_token_expires_at epoch. User-Agent required. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const squarespace = providerPage((): ProviderInput => ({
  slug: 'squarespace',
  name: 'Squarespace',
  docsUrl: 'https://developers.squarespace.com/oauth',
  category: 'ecommerce',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://login.squarespace.com/api/1/login/oauth/provider/authorize',
    authorizationParams: { access_type: 'offline' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://login.squarespace.com/api/1/login/oauth/provider/tokens',
      clientAuthentication: 'basic_raw',
      bodyFormat: 'json',
    },
    scopes: {
      separator: ',',
      default: ['website.orders.read'],
      available: [
        { value: 'website.orders.read', description: 'Read orders in Squarespace' },
        { value: 'website.orders', description: 'Edit orders in Squarespace' },
        { value: 'website.inventory.read', description: 'Read stock in Squarespace' },
        { value: 'website.products.read', description: 'Read products in Squarespace' },
        { value: 'website.transactions.read', description: 'Read transactions in Squarespace' },
      ],
    },
    response: {
      expiresAt: 'access_token_expires_at',
      refreshExpiresAt: 'refresh_token_expires_at',
      scopeSeparator: ',',
    },
    refresh: { rotates: 'always', idleDays: 7 },
    userinfo: {
      url: 'https://api.squarespace.com/1.0/authorization/website',
      idPaths: ['id'],
      labelPaths: ['title'],
    },
  },
}))
