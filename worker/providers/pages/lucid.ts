/** Lucid (Lucidchart). */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const lucid = providerPage((): ProviderInput => ({
  slug: 'lucid',
  name: 'Lucid (Lucidchart)',
  docsUrl: 'https://developer.lucid.co/docs/oauth-2',
  category: 'design',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://lucid.app/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://api.lucid.co/oauth2/token', bodyFormat: 'json' },
    scopes: {
      default: ['offline_access', 'user.profile'],
      available: [
        { value: 'lucidchart.document.content', description: 'Edit Lucidchart documents' },
        { value: 'lucidchart.document.content:readonly', description: 'Read documents in Lucid' },
        { value: 'user.profile', description: 'Read the basic user profile' },
        { value: 'folder', description: 'Folders in Lucid' },
        { value: 'offline_access', description: 'Issue a refresh token' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    revocation: { url: 'https://api.lucid.co/oauth2/token/revoke', format: 'json' },
    userinfo: {
      url: 'https://api.lucid.co/users/me/profile',
      headers: { 'lucid-api-version': '1' },
      idPaths: ['id'],
      labelPaths: ['email'],
    },
  },
}))
