/** Lightspeed Retail (X-Series). Formerly Vend. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const lightspeedRetail = providerPage((): ProviderInput => ({
  slug: 'lightspeed-retail',
  name: 'Lightspeed Retail (X-Series)',
  docsUrl: 'https://x-series-api.lightspeedhq.com/docs/authorization',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'domain_prefix',
      label: 'Store',
      description: 'The first part of your store’s address: acme of acme.retail.lightspeed.app.',
      required: true,
      scope: 'installation',
      pattern: '[a-z0-9][a-z0-9-]*',
      example: 'acme',
    },
  ],
  oauth: {
    authorizationUrl: 'https://secure.retail.lightspeed.app/connect',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://{domain_prefix}.retail.lightspeed.app/api/1.0/token' },
    callback: { keep: ['domain_prefix'] },
    scopes: {
      available: [
        { value: 'products:read', description: 'Read products' },
        { value: 'sales:read', description: 'Read sales' },
        { value: 'consignments:read', description: 'Read consignments' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://{domain_prefix}.retail.lightspeed.app/api/2.0/retailer',
      idPaths: ['data.id'],
      labelPaths: ['data.name'],
    },
  },
}))
