/** Asana. Token response carries data{gid,name,email}. Granular scopes must be enabled on the app. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const asana = providerPage((): ProviderInput => ({
  slug: 'asana',
  name: 'Asana',
  docsUrl: 'https://developers.asana.com/docs/oauth',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://app.asana.com/-/oauth_authorize',
    token: { url: 'https://app.asana.com/-/oauth_token' },
    scopes: {
      default: ['default'],
      available: [
        { value: 'default', description: 'Full access (legacy)' },
        { value: 'tasks:read', description: 'Read tasks in Asana' },
        { value: 'tasks:write', description: 'Edit tasks in Asana' },
        { value: 'projects:read', description: 'Read projects in Asana' },
        { value: 'projects:write', description: 'Edit projects in Asana' },
        { value: 'users:read', description: 'Read users in Asana' },
        { value: 'workspaces:read', description: 'Read workspaces in Asana' },
        { value: 'openid', description: 'Sign the user in (OpenID)' },
        { value: 'email', description: 'Read the account email address' },
      ],
    },
    response: { keep: ['data.gid', 'data.email'] },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://app.asana.com/-/oauth_revoke' },
    userinfo: {
      url: 'https://app.asana.com/api/1.0/users/me',
      idPaths: ['data.gid'],
      labelPaths: ['data.email'],
      picture: { from: 'data.photo.image_128x128' },
    },
  },
}))
