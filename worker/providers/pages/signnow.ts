/** airSlate SignNow. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const signnow = providerPage((): ProviderInput => ({
  slug: 'signnow',
  name: 'airSlate SignNow',
  docsUrl: 'https://docs.signnow.com/docs/signnow/authentication',
  category: 'e-signature',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://app.signnow.com/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.signnow.com/oauth2/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['*'],
      available: [{ value: '*', description: 'Full access to the account' }],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.signnow.com/user',
      idPaths: ['id'],
      labelPaths: ['primary_email'],
    },
  },
}))
