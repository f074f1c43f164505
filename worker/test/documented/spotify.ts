/** Spotify, a client with a secret: an hour, a refresh token that stays. */
import type { Documented } from './kit/documented.ts'
import { account, failure, refreshOnce, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const spotify: Documented = {
  slugs: ['spotify'],
  docs: 'https://developer.spotify.com/documentation/web-api/tutorials/code-flow',
  authorize: {
    at: 'https://accounts.spotify.com/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:ugc-image-upload|streaming|app-remote-control|user-(?:read|modify)-(?:email|private|playback-state|playback-position|currently-playing|recently-played)|playlist-(?:read|modify)-(?:private|public|collaborative)|user-(?:library|follow)-(?:read|modify)|user-top-read)$/,
    },
  },
  token: {
    at: 'https://accounts.spotify.com/api/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(refreshOnce(issued), 3600),
  },
  life: { access: 3600, refresh: { rotates: 'never' } },
  failures: { ...RFC_FAILURES, client: failure(400, 'invalid_client') },
  account: {
    at: 'https://api.spotify.com/v1/me',
    needs: 'user-read-private',
    answers: [
      account(
        { id: 'ada', email: 'ada@example.com', display_name: 'Ada' },
        'ada',
        'ada@example.com',
      ),
      account({ id: 'ada', display_name: 'Ada' }, 'ada', 'Ada'),
    ],
  },
  partial: [
    {
      asked: ['user-read-email', 'user-top-read'],
      listed: ['user-top-read'],
      lacks: ['user-read-email'],
    },
  ],
}
