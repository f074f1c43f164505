/** eBay. redirect_uri is the RuName, not a URL. refresh_token_expires_in about 18 months, not extended. */
import { defineProvider } from '../define-provider.ts'

export const ebay = defineProvider({
  slug: 'ebay',
  name: 'eBay',
  docsUrl: 'https://developer.ebay.com/api-docs/static/oauth-authorization-code-grant.html',
  category: 'ecommerce',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://auth.ebay.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.ebay.com/identity/v1/oauth2/token',
      clientAuthentication: 'basic_rfc6749',
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
})
