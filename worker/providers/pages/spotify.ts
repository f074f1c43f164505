/** Spotify. PKCE public clients get rotating refresh tokens. show_dialog=true forces the consent page. */
import { providerPage, type ProviderInput } from '../define-provider.ts'

export const spotify = providerPage((): ProviderInput => ({
  slug: 'spotify',
  name: 'Spotify',
  docsUrl: 'https://developer.spotify.com/documentation/web-api/tutorials/code-flow',
  category: 'media',
  verified: 'recall',
  oauth: {
    authorizationUrl: 'https://accounts.spotify.com/authorize',
    token: { url: 'https://accounts.spotify.com/api/token', clientAuthentication: 'basic_raw' },
    scopes: {
      default: ['user-read-email', 'user-read-private'],
      available: [
        { value: 'user-read-email', description: 'Read the account email address' },
        { value: 'user-read-private', description: 'Read subscription details' },
        { value: 'playlist-read-private', description: 'Read private playlists' },
        { value: 'playlist-modify-private', description: 'Edit private playlists' },
        { value: 'playlist-modify-public', description: 'Edit public playlists' },
        { value: 'user-library-read', description: 'Read saved items' },
        { value: 'user-top-read', description: 'Read top artists' },
        { value: 'user-modify-playback-state', description: 'Control playback in Spotify' },
      ],
    },
    refresh: { rotates: 'never', reuseKills: false },
    userinfo: {
      url: 'https://api.spotify.com/v1/me',
      idPaths: ['id'],
      labelPaths: ['email', 'display_name'],
      picture: { from: 'images.0.url' },
    },
  },
}))
