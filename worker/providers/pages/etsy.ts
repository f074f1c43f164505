/**
 * Etsy. No client secret at the token endpoint. User id is the number before the dot in the access token.
 * Calls also need x-api-key.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const etsy = providerPage((): ProviderInput => ({
  slug: 'etsy',
  name: 'Etsy',
  docsUrl: 'https://developers.etsy.com/documentation/essentials/authentication/',
  category: 'ecommerce',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.etsy.com/oauth/connect',
    token: { url: 'https://api.etsy.com/v3/public/oauth/token', clientAuthentication: 'none' },
    scopes: {
      default: ['shops_r'],
      available: [
        { value: 'shops_r', description: 'Read shops in Etsy' },
        { value: 'listings_r', description: 'Read listings in Etsy' },
        { value: 'listings_w', description: 'Edit listings in Etsy' },
        { value: 'transactions_r', description: 'Read sales in Etsy' },
        { value: 'email_r', description: 'Read the account email address' },
        { value: 'profile_r', description: 'Read the basic user profile' },
      ],
    },
    refresh: { rotates: 'always', idleDays: 90 },
  },
}))
