/** eBay. The redirect URI is sent by the name that eBay has for it (RuName). refresh_token_expires_in about 18 months, not extended. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const ebay = providerPage((): ProviderInput => ({
  slug: 'ebay',
  name: 'eBay',
  docsUrl: 'https://developer.ebay.com/api-docs/static/oauth-authorization-code-grant.html',
  category: 'ecommerce',
  verified: 'recall',
  configFields: [
    {
      key: 'ru_name',
      label: 'RuName',
      description: 'What eBay calls your redirect URI: it is shown beside it.',
      required: true,
      scope: 'integration',
      pattern: '[A-Za-z0-9_-]{1,120}',
      example: 'Acme_Inc-AcmeApp-PRD-abc-xyz',
    },
  ],
  oauth: {
    authorizationUrl: 'https://auth.ebay.com/oauth2/authorize',
    redirectName: '{ru_name}',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.ebay.com/identity/v1/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: [
        'https://api.ebay.com/oauth/api_scope',
        'https://api.ebay.com/oauth/api_scope/commerce.identity.readonly',
      ],
      available: [
        { value: 'https://api.ebay.com/oauth/api_scope', description: 'Public data in eBay' },
        {
          value: 'https://api.ebay.com/oauth/api_scope/sell.inventory',
          description: 'Manage inventory in eBay',
        },
        {
          value: 'https://api.ebay.com/oauth/api_scope/sell.fulfillment',
          description: 'Manage orders in eBay',
        },
        {
          value: 'https://api.ebay.com/oauth/api_scope/commerce.identity.readonly',
          description: 'Read identity in eBay',
        },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false, absoluteDays: 547 },
    userinfo: {
      url: 'https://apiz.ebay.com/commerce/identity/v1/user/',
      idPaths: ['userId'],
      labelPaths: ['username'],
    },
  },
}))
