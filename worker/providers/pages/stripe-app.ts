/**
 * Stripe Apps. Basic user is the developer secret key, password empty. Permissions come from the app
 * manifest.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const stripeApp = providerPage((): ProviderInput => ({
  slug: 'stripe-app',
  name: 'Stripe Apps',
  docsUrl: 'https://docs.stripe.com/stripe-apps/api-authentication/oauth',
  category: 'payments',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://marketplace.stripe.com/oauth/v2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.stripe.com/v1/oauth/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['stripe_apps'],
      available: [{ value: 'stripe_apps', description: 'Permissions from the app manifest' }],
    },
    response: { keep: ['stripe_user_id'] },
    refresh: { rotates: 'always', idleDays: 365 },
    userinfo: {
      url: 'https://api.stripe.com/v1/account',
      idPaths: ['id'],
      labelPaths: ['settings.dashboard.display_name', 'email'],
    },
  },
}))
