/**
 * Okta. The organization’s own authorization server: the scopes of the management API are granted nowhere
 * else. Whether refresh tokens rotate is set on the app.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const okta = providerPage((): ProviderInput => ({
  slug: 'okta',
  name: 'Okta',
  docsUrl: 'https://developer.okta.com/docs/reference/api/oidc/',
  category: 'identity',
  verified: 'recall',
  authMethods: ['oauth', 'api_key', 'client_credentials'],
  configFields: [
    {
      key: 'domain',
      label: 'Okta domain',
      description: 'The host of your organization.',
      required: true,
      scope: 'integration',
      pattern: '[a-z0-9-]+\\.(?:okta|oktapreview|okta-emea)\\.com',
      example: 'acme.okta.com',
    },
  ],
  oauth: {
    authorizationUrl: 'https://{domain}/oauth2/v1/authorize',
    token: { url: 'https://{domain}/oauth2/v1/token', clientAuthentication: 'basic_raw' },
    scopes: {
      mandatory: true,
      default: ['openid', 'profile', 'email', 'offline_access'],
      available: [
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'offline_access', description: 'Issue a refresh token' },
        { value: 'okta.users.read', description: 'Read users in Okta' },
        { value: 'okta.groups.read', description: 'Read groups in Okta' },
        { value: 'okta.apps.read', description: 'Read apps in Okta' },
        { value: 'okta.logs.read', description: 'Read system log' },
      ],
    },
    refresh: { rotates: 'sometimes', idleDays: 7 },
    revocation: { url: 'https://{domain}/oauth2/v1/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://{domain}/oauth2/v1/userinfo',
      idPaths: ['sub'],
      labelPaths: ['email', 'preferred_username'],
    },
  },
}))
