/** Fillout. API host returned as base_url. No scopes. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const fillout = providerPage((): ProviderInput => ({
  slug: 'fillout',
  name: 'Fillout',
  docsUrl: 'https://www.fillout.com/help/fillout-api-oauth-application',
  category: 'forms',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://build.fillout.com/authorize/oauth',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://server.fillout.com/public/oauth/accessToken' },
    revocation: {
      url: 'https://server.fillout.com/public/oauth/invalidate',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    response: { keep: ['base_url'] },
  },
}))
