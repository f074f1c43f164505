/** Braintree. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const braintree = providerPage((): ProviderInput => ({
  slug: 'braintree',
  name: 'Braintree',
  docsUrl: 'https://developer.paypal.com/braintree/docs/guides/extend/oauth/overview',
  category: 'payments',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.braintreegateway.com/oauth/connect',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.braintreegateway.com/oauth/access_tokens',
      clientAuthentication: 'basic_raw',
      bodyFormat: 'json',
    },
    scopes: {
      separator: ',',
      default: ['read_only'],
      available: [
        { value: 'read_only', description: 'Read data in Braintree' },
        { value: 'read_write', description: 'Read and write data' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always', idleDays: 180 },
  },
}))
