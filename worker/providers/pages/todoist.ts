/**
 * Todoist. New apps: 1 h tokens and rotating refresh with a 60 s grace; replaying an old refresh token
 * later revokes everything. Apps made before that keep tokens without expiry. Newer docs show
 * app.todoist.com/oauth/authorize and api.todoist.com/oauth/access_token. Public clients need PKCE;
 * dynamic client registration exists.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const todoist = providerPage((): ProviderInput => ({
  slug: 'todoist',
  name: 'Todoist',
  docsUrl: 'https://developer.todoist.com/api/v1/#tag/Authorization',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://todoist.com/oauth/authorize',
    token: { url: 'https://todoist.com/oauth/access_token' },
    scopes: {
      separator: ',',
      default: ['data:read'],
      available: [
        { value: 'data:read', description: 'Read tasks and projects' },
        { value: 'data:read_write', description: 'Edit tasks and projects' },
        { value: 'data:delete', description: 'Delete data in Todoist' },
        { value: 'task:add', description: 'Add tasks only' },
        { value: 'project:delete', description: 'Delete projects in Todoist' },
      ],
    },
    response: { scopeSeparator: ',' },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.todoist.com/api/v1/revoke', auth: 'basic' },
    userinfo: {
      url: 'https://api.todoist.com/api/v1/user',
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
