/**
 * Auth0. Which API a token is for is set by the tenant’s default audience. Whether refresh tokens rotate
 * is set on the application.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const auth0 = providerPage((): ProviderInput => ({
  slug: 'auth0',
  name: 'Auth0',
  docsUrl: 'https://auth0.com/docs/api/authentication',
  category: 'identity',
  verified: 'recall',
  authMethods: ['oauth', 'client_credentials'],
  configFields: [
    {
      key: 'domain',
      label: 'Auth0 domain',
      description: 'The domain of your tenant, or your own.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9.-]+',
      example: 'acme.us.auth0.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{domain}/authorize',
    token: { url: 'https://{domain}/oauth/token' },
    scopes: {
      default: ['openid', 'profile', 'email', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'profile', description: 'Read the basic user profile' },
        { value: 'email', description: 'Read the account email address' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'read:current_user', description: 'Read own Management API profile' },
      ],
    },
    // A wrong secret is denied as a user's no is.
    response: { errorMap: { access_denied: 'invalid_client' } },
    refresh: { rotates: 'sometimes', reuseKills: true },
    revocation: { url: 'https://{domain}/oauth/revoke', format: 'json', tokens: ['refresh'] },
    userinfo: { url: 'https://{domain}/userinfo', idPaths: ['sub'], labelPaths: ['email'] },
  },
}))
