/**
 * Front. Permissions are set on the app, no scope parameter. Expiry is given as expires_at. A refresh answers
 * the same refresh token or, when that one is about to expire, a new one. Only the authorization code grant
 * exists.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const front = providerPage((): ProviderInput => ({
  slug: 'front',
  name: 'Front',
  docsUrl: 'https://dev.frontapp.com/docs/oauth',
  category: 'support',
  verified: 'docs',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.frontapp.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.frontapp.com/oauth/token', clientAuthentication: 'basic_raw' },
    response: { expiresAt: 'expires_at' },
    refresh: { rotates: 'sometimes', idleDays: 180 },
    userinfo: { url: 'https://api2.frontapp.com/me', idPaths: ['id'], labelPaths: ['name'] },
  },
}))
