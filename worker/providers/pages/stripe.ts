/**
 * Stripe. client_secret is the platform secret key. Account id is stripe_user_id in the response.
 * Preferred call style: platform key plus Stripe-Account header. Standard Connect accounts only; new
 * platforms are steered to Stripe Apps OAuth.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const stripe = providerPage((): ProviderInput => ({
  slug: 'stripe',
  name: 'Stripe',
  docsUrl: 'https://docs.stripe.com/connect/oauth-reference',
  category: 'payments',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://connect.stripe.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://connect.stripe.com/oauth/token' },
    scopes: {
      default: ['read_write'],
      implies: { read_write: ['read_only'] },
      available: [
        { value: 'read_only', description: 'Read account data' },
        { value: 'read_write', description: 'Read and write account data' },
      ],
    },
    response: { keep: ['stripe_user_id'] },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://connect.stripe.com/oauth/deauthorize',
      auth: 'client_header',
      scheme: 'Bearer',
      // It ends the account's connection to the platform, and takes no token.
      tokenless: true,
      params: { stripe_user_id: '{account}' },
      tokens: ['access'],
      grantWide: true,
    },
    userinfo: {
      url: 'https://api.stripe.com/v1/account',
      idPaths: ['token:stripe_user_id'],
      labelPaths: ['settings.dashboard.display_name', 'email'],
    },
  },
}))
