/**
 * PayPal. Sandbox: www.sandbox.paypal.com and api-m.sandbox.paypal.com. Many payment APIs use
 * client_credentials plus partner onboarding rather than user consent.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const paypal = providerPage((): ProviderInput => ({
  slug: 'paypal',
  name: 'PayPal',
  docsUrl: 'https://developer.paypal.com/docs/log-in-with-paypal/integrate/',
  category: 'payments',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.paypal.com/signin/authorize',
    authorizationParams: { flowEntry: 'static' },
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api-m.paypal.com/v1/oauth2/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      default: ['openid', 'email'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read the user name' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'address', description: 'Read the postal address' },
        {
          value: 'https://uri.paypal.com/services/paypalattributes',
          description: 'Account status attributes',
        },
        {
          value: 'https://uri.paypal.com/services/invoicing',
          description: 'Manage invoices in PayPal',
        },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://api-m.paypal.com/v1/oauth2/token/terminate',
      auth: 'basic',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api-m.paypal.com/v1/identity/openidconnect/userinfo?schema=openid',
      idPaths: ['user_id'],
      labelPaths: ['email', 'payer_id'],
    },
  },
}))
