/**
 * WordPress.com. Without global the token is bound to one blog (blog_id, blog_url in the response).
 * Implicit-flow tokens last two weeks, code-flow tokens do not expire.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const wordpress = providerPage((): ProviderInput => ({
  slug: 'wordpress',
  name: 'WordPress.com',
  docsUrl: 'https://developer.wordpress.com/docs/oauth2/',
  category: 'content',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://public-api.wordpress.com/oauth2/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://public-api.wordpress.com/oauth2/token' },
    scopes: {
      default: ['auth'],
      available: [
        { value: 'auth', description: 'Identity only in WordPress.com' },
        { value: 'global', description: 'All sites of the user' },
        { value: 'posts', description: 'Posts of the chosen site' },
        { value: 'sites', description: 'Site info in WordPress.com' },
        { value: 'media', description: 'Media library in WordPress.com' },
        { value: 'users', description: 'Site users in WordPress.com' },
        { value: 'stats', description: 'Site statistics in WordPress.com' },
      ],
    },
    userinfo: {
      url: 'https://public-api.wordpress.com/rest/v1.1/me',
      idPaths: ['ID'],
      labelPaths: ['email', 'username'],
    },
    response: { keep: ['blog_id', 'blog_url'] },
  },
}))
