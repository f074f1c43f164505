/** Dribbble. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const dribbble = providerPage((): ProviderInput => ({
  slug: 'dribbble',
  name: 'Dribbble',
  docsUrl: 'https://developer.dribbble.com/v2/oauth/',
  category: 'design',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://dribbble.com/oauth/authorize',
    pkce: false,
    noPkceReason: 'Not documented by the provider; its client has a secret.',
    token: { url: 'https://dribbble.com/oauth/token' },
    scopes: {
      default: ['public'],
      available: [
        { value: 'public', description: 'Read public data' },
        { value: 'upload', description: 'Upload shots in Dribbble' },
      ],
    },
    userinfo: { url: 'https://api.dribbble.com/v2/user', idPaths: ['id'], labelPaths: ['login'] },
  },
}))
