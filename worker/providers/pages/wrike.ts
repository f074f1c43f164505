/** Wrike. API host comes back as host in the token response. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const wrike = providerPage((): ProviderInput => ({
  slug: 'wrike',
  name: 'Wrike',
  docsUrl: 'https://developers.wrike.com/oauth-20-authorization/',
  category: 'project-management',
  verified: 'recall',
  authMethods: ['oauth', 'api_key'],
  oauth: {
    authorizationUrl: 'https://login.wrike.com/oauth2/authorize/v4',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://login.wrike.com/oauth2/token' },
    scopes: {
      separator: ',',
      default: ['Default'],
      available: [
        { value: 'Default', description: 'Read and write as the user' },
        { value: 'wsReadOnly', description: 'Read workspace in Wrike' },
        { value: 'wsReadWrite', description: 'Edit workspace in Wrike' },
        { value: 'amReadOnlyUser', description: 'Read users (admin)' },
      ],
    },
    response: { keep: ['host'], scopeSeparator: ',' },
    refresh: { rotates: 'always' },
    userinfo: {
      url: 'https://www.wrike.com/api/v4/contacts?me=true',
      idPaths: ['data.0.id'],
      labelPaths: ['data.0.profiles.0.email', 'token:host'],
    },
  },
}))
