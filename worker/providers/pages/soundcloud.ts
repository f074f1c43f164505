/**
 * SoundCloud. Header scheme is OAuth. Older hosts soundcloud.com/connect and
 * api.soundcloud.com/oauth2/token are retired.
 */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const soundcloud = providerPage((): ProviderInput => ({
  slug: 'soundcloud',
  name: 'SoundCloud',
  docsUrl: 'https://developers.soundcloud.com/docs/api/guide#authentication',
  category: 'media',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://secure.soundcloud.com/authorize',
    token: { url: 'https://secure.soundcloud.com/oauth/token' },
    refresh: { rotates: 'always' },
    revocation: {
      url: 'https://secure.soundcloud.com/sign-out',
      auth: 'none',
      format: 'json',
      tokenParam: 'access_token',
      tokens: ['access'],
    },
    userinfo: {
      url: 'https://api.soundcloud.com/me',
      tokenScheme: 'OAuth',
      idPaths: ['id'],
      labelPaths: ['username'],
    },
  },
}))
