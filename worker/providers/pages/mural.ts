/** MURAL. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const mural = providerPage((): ProviderInput => ({
  slug: 'mural',
  name: 'MURAL',
  docsUrl: 'https://developers.mural.co/public/docs/oauth',
  category: 'design',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://app.mural.co/api/public/v1/authorization/oauth2',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://app.mural.co/api/public/v1/authorization/oauth2/token' },
    scopes: {
      default: ['identity:read'],
      available: [
        { value: 'identity:read', description: 'Read the own user profile' },
        { value: 'murals:read', description: 'Read murals in MURAL' },
        { value: 'murals:write', description: 'Edit murals in MURAL' },
        { value: 'rooms:read', description: 'Read rooms in MURAL' },
        { value: 'workspaces:read', description: 'Read workspaces in MURAL' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://app.mural.co/api/public/v1/users/me',
      idPaths: ['value.id'],
      labelPaths: ['value.email'],
    },
  },
}))
