/** Vimeo. Public scope always granted. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const vimeo = providerPage((): ProviderInput => ({
  slug: 'vimeo',
  name: 'Vimeo',
  docsUrl: 'https://developer.vimeo.com/api/authentication',
  category: 'media',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://api.vimeo.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: {
      url: 'https://api.vimeo.com/oauth/access_token',
      clientAuthentication: 'basic_raw',
      bodyFormat: 'json',
    },
    scopes: {
      default: ['public', 'private'],
      available: [
        { value: 'public', description: 'Read public data' },
        { value: 'private', description: 'Read private data' },
        { value: 'create', description: 'Create albums etc' },
        { value: 'edit', description: 'Edit videos in Vimeo' },
        { value: 'upload', description: 'Upload videos in Vimeo' },
        { value: 'stats', description: 'Read stats in Vimeo' },
      ],
    },
    revocation: {
      url: 'https://api.vimeo.com/tokens',
      method: 'DELETE',
      auth: 'bearer',
      tokens: ['access'],
    },
    userinfo: { url: 'https://api.vimeo.com/me', idPaths: ['uri'], labelPaths: ['name'] },
  },
}))
