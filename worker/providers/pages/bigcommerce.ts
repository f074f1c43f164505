/**
 * BigCommerce. An install begins in the store's own control panel or here; either way the callback says
 * which store it is (context) and what was granted (scope), and both are repeated in the exchange. Tokens
 * do not expire.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const bigcommerce = providerPage((): ProviderInput => ({
  slug: 'bigcommerce',
  name: 'BigCommerce',
  docsUrl: 'https://docs.bigcommerce.com/developer/docs/integrations/apps/guide/auth',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'store_hash',
      label: 'Store hash',
      description: 'The part after store- in the address of your control panel.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9]{4,20}',
      example: 'abc123def',
    },
  ],
  oauth: {
    authorizationUrl: 'https://login.bigcommerce.com/oauth2/authorize',
    authorizationParams: { context: 'stores/{store_hash}' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    callback: { keep: ['context'], echo: ['context', 'scope'] },
    token: { url: 'https://login.bigcommerce.com/oauth2/token' },
    scopes: {
      default: ['store_v2_information_read_only'],
      available: [
        { value: 'store_v2_information_read_only', description: 'Read store information' },
        { value: 'store_v2_products_read_only', description: 'Read products' },
        { value: 'store_v2_orders_read_only', description: 'Read orders' },
        { value: 'store_v2_customers_read_only', description: 'Read customers' },
      ],
    },
    response: { keep: ['context', 'user.id', 'user.email', 'account_uuid'] },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.bigcommerce.com/stores/{store_hash}/v2/store',
      tokenHeader: 'x-auth-token',
      tokenScheme: '',
      idPaths: ['token:context'],
      labelPaths: ['name', 'token:context'],
    },
  },
}))
