/**
 * Shopify. Every shop has a host of its own. `expiring` asks for offline tokens of an hour with a refresh
 * token that rotates; the one before stays good until its successor is used. The API wants
 * the token in a header of its own.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const shopify = providerPage((): ProviderInput => ({
  slug: 'shopify',
  name: 'Shopify',
  docsUrl:
    'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'shop',
      label: 'Shop',
      description: 'The first part of your shop’s address: acme-store of acme-store.myshopify.com.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme-store',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{shop}.myshopify.com/admin/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://{shop}.myshopify.com/admin/oauth/access_token',
      bodyFormat: 'json',
      params: { expiring: '1' },
    },
    scopes: {
      default: ['read_products', 'read_orders'],
      available: [
        { value: 'read_products', description: 'Read products in Shopify' },
        { value: 'write_products', description: 'Edit products in Shopify' },
        { value: 'read_orders', description: 'Read recent orders' },
        { value: 'read_all_orders', description: 'Read all orders (approval)' },
        { value: 'write_orders', description: 'Edit orders in Shopify' },
        { value: 'read_customers', description: 'Read customers in Shopify' },
        { value: 'read_inventory', description: 'Read stock levels' },
        { value: 'read_content', description: 'Read pages and articles' },
        { value: 'read_fulfillments', description: 'Read fulfilments in Shopify' },
        { value: 'read_analytics', description: 'Read analytics in Shopify' },
      ],
      implies: { write_products: ['read_products'], write_orders: ['read_orders'] },
      separator: ',',
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 90, reuseKills: false },
    userinfo: {
      url: 'https://{shop}.myshopify.com/admin/api/2026-07/shop.json',
      tokenHeader: 'x-shopify-access-token',
      tokenScheme: '',
      idPaths: ['shop.id'],
      labelPaths: ['shop.name', 'shop.myshopify_domain'],
    },
  },
}))
