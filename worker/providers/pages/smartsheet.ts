/**
 * Smartsheet. Some SDK samples send hash=SHA-256(secret|code) instead of the secret. EU, AU and Gov use
 * other domains.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const smartsheet = providerPage((): ProviderInput => ({
  slug: 'smartsheet',
  name: 'Smartsheet',
  docsUrl:
    'https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth-walkthrough',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.smartsheet.com/b/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.smartsheet.com/2.0/token' },
    scopes: {
      default: ['READ_SHEETS'],
      available: [
        { value: 'READ_SHEETS', description: 'Read sheets in Smartsheet' },
        { value: 'WRITE_SHEETS', description: 'Edit sheets in Smartsheet' },
        { value: 'READ_USERS', description: 'Read users in Smartsheet' },
        { value: 'ADMIN_WEBHOOKS', description: 'Manage webhooks in Smartsheet' },
        { value: 'SHARE_SHEETS', description: 'Manage sharing in Smartsheet' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://api.smartsheet.com/2.0/token',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.smartsheet.com/2.0/users/me',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
