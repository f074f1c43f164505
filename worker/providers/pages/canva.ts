/** Canva. Refresh tokens are single use. Each scope must also be enabled in the developer portal. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const canva = providerPage((): ProviderInput => ({
  slug: 'canva',
  name: 'Canva',
  docsUrl: 'https://www.canva.dev/docs/connect/authentication/',
  category: 'design',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://www.canva.com/api/oauth/authorize',
    token: {
      url: 'https://api.canva.com/rest/v1/oauth/token',
      clientAuthentication: 'basic_raw',
    },
    scopes: {
      mandatory: true,
      default: ['profile:read', 'design:meta:read'],
      available: [
        { value: 'profile:read', description: 'Read profile name' },
        { value: 'design:meta:read', description: 'Read design metadata' },
        { value: 'design:content:read', description: 'Read and export designs' },
        { value: 'design:content:write', description: 'Create designs in Canva' },
        { value: 'asset:read', description: 'Read assets in Canva' },
        { value: 'asset:write', description: 'Upload assets in Canva' },
        { value: 'folder:read', description: 'Read folders in Canva' },
        { value: 'comment:read', description: 'Read comments in Canva' },
      ],
    },
    refresh: { rotates: 'always' },
    revocation: { url: 'https://api.canva.com/rest/v1/oauth/revoke', auth: 'basic' },
    userinfo: {
      // The name is at another address, `/users/me/profile`, without an id.
      url: 'https://api.canva.com/rest/v1/users/me',
      idPaths: ['team_user.user_id'],
      labelPaths: ['team_user.user_id'],
    },
  },
}))
