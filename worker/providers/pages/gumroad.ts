/** Gumroad. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const gumroad = providerPage((): ProviderInput => ({
  slug: 'gumroad',
  name: 'Gumroad',
  docsUrl: 'https://gumroad.com/api',
  category: 'ecommerce',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://gumroad.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.gumroad.com/oauth/token' },
    scopes: {
      default: ['view_profile'],
      available: [
        { value: 'view_profile', description: 'Read the basic user profile' },
        { value: 'view_sales', description: 'Read sales in Gumroad' },
        { value: 'edit_products', description: 'Edit products in Gumroad' },
        { value: 'mark_sales_as_shipped', description: 'Mark shipped in Gumroad' },
      ],
    },
    userinfo: {
      url: 'https://api.gumroad.com/v2/user',
      idPaths: ['user.user_id'],
      labelPaths: ['user.email'],
    },
  },
}))
