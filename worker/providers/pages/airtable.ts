/**
 * Airtable. Refresh lifetime in refresh_expires_in. Reused refresh token revokes the grant. Clients
 * without secret must omit the Basic header.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const airtable = providerPage((): ProviderInput => ({
  slug: 'airtable',
  name: 'Airtable',
  docsUrl: 'https://airtable.com/developers/web/api/oauth-reference',
  category: 'productivity',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://airtable.com/oauth2/v1/authorize',
    token: { url: 'https://airtable.com/oauth2/v1/token', clientAuthentication: 'basic_raw' },
    scopes: {
      mandatory: true,
      default: ['data.records:read', 'schema.bases:read', 'user.email:read'],
      available: [
        { value: 'data.records:read', description: 'Read records in Airtable' },
        { value: 'data.records:write', description: 'Edit records in Airtable' },
        { value: 'data.recordComments:read', description: 'Read comments in Airtable' },
        { value: 'schema.bases:read', description: 'Read base structure' },
        { value: 'schema.bases:write', description: 'Edit base structure' },
        { value: 'user.email:read', description: 'Read account email' },
        { value: 'webhook:manage', description: 'Manage webhooks in Airtable' },
      ],
    },
    response: { members: { refresh_token_expires_in: 'refresh_expires_in' } },
    refresh: { rotates: 'always', idleDays: 60 },
    userinfo: {
      url: 'https://api.airtable.com/v0/meta/whoami',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
