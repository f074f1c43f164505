/** TikTok: `client_key`, commas, two hours and half a year; a spent refresh token is dead. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, less } from './kit/rfc.ts'

const LOGGED = { log_id: 'l-1' }

export const tiktok: Documented = {
  slugs: ['tiktok'],
  docs: 'https://developers.tiktok.com/docs/en/oauth-user-access-token-management',
  authorize: {
    at: 'https://www.tiktok.com/v2/auth/authorize/',
    clientId: 'client_key',
    // For mobile and desktop apps only.
    pkce: 'undocumented',
    scopes: {
      separator: ',',
      known:
        /^(?:user\.info\.(?:basic|profile|stats)|video\.(?:list|upload|publish)|research\.\w+\.\w+)$/,
    },
  },
  token: {
    at: 'https://open.tiktokapis.com/v2/oauth/token/',
    client: 'body',
    clientId: 'client_key',
    body: 'form',
    answer: (issued) =>
      bearer(issued, {
        open_id: 'o-1',
        scope: issued.scopes.join(','),
        expires_in: 7200,
        refresh_expires_in: 15_552_000,
      }),
  },
  life: {
    access: 7200,
    toldOfRefresh: 15_552_000,
    refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 180 },
  },
  failures: {
    code: failure(200, 'invalid_grant', LOGGED),
    grant: failure(200, 'invalid_grant', LOGGED),
    client: failure(200, 'invalid_client', LOGGED),
    more: [
      ['client', failure(400, 'unauthorized_client')],
      ['later', failure(503, 'temporarily_unavailable')],
      ['lost', failure(200, 'server_error')],
    ],
  },
  revoke: {
    at: 'https://open.tiktokapis.com/v2/oauth/revoke/',
    client: 'body',
    takes: ['access'],
    ends: 'grant',
    done: { status: 200 },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://open.tiktokapis.com/v2/user/info/?fields=open_id,display_name,avatar_url',
    needs: 'user.info.basic',
    answers: [account({ data: { user: { open_id: 'o-1', display_name: 'Ada' } } }, 'o-1', 'Ada')],
  },
  tells: { open_id: 'o-1' },
  partial: [less(['user.info.basic', 'video.list'], 'video.list')],
}
