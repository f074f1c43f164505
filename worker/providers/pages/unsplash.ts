/** Unsplash. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const unsplash = providerPage((): ProviderInput => ({
  slug: 'unsplash',
  name: 'Unsplash',
  docsUrl: 'https://unsplash.com/documentation/user-authentication-workflow',
  category: 'media',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://unsplash.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://unsplash.com/oauth/token' },
    scopes: {
      default: ['public'],
      available: [
        { value: 'public', description: 'Public data in Unsplash' },
        { value: 'read_user', description: 'Read private profile' },
        { value: 'write_likes', description: 'Like photos in Unsplash' },
        { value: 'write_collections', description: 'Manage collections in Unsplash' },
      ],
    },
    userinfo: {
      url: 'https://api.unsplash.com/me',
      idPaths: ['id'],
      labelPaths: ['username', 'email'],
    },
  },
}))
