/**
 * Dropbox. RPC calls are POST even for reads; body null when no arguments. Content endpoints live on
 * content.dropboxapi.com. Leave scope out to get every scope set on the app.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const dropbox = providerPage((): ProviderInput => ({
  slug: 'dropbox',
  name: 'Dropbox',
  docsUrl: 'https://developers.dropbox.com/oauth-guide',
  category: 'file-storage',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.dropbox.com/oauth2/authorize',
    authorizationParams: { token_access_type: 'offline' },
    token: { url: 'https://api.dropboxapi.com/oauth2/token' },
    scopes: {
      default: ['account_info.read'],
      available: [
        { value: 'account_info.read', description: 'Read account info' },
        { value: 'files.metadata.read', description: 'List files in Dropbox' },
        { value: 'files.content.read', description: 'Download files in Dropbox' },
        { value: 'files.content.write', description: 'Upload and edit files' },
        { value: 'sharing.read', description: 'Read sharing settings' },
        { value: 'sharing.write', description: 'Change sharing in Dropbox' },
        { value: 'team_info.read', description: 'Read team info' },
        { value: 'team_data.member', description: 'Act as team members' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: {
      url: 'https://api.dropboxapi.com/2/auth/token/revoke',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.dropboxapi.com/2/users/get_current_account',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'null',
      idPaths: ['account_id'],
      labelPaths: ['email'],
    },
  },
}))
