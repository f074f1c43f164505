/** Dropbox: four hours, a refresh token that stays; calls are POST, without a body where there is nothing to say. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, refreshOnce, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const dropbox: Documented = {
  slugs: ['dropbox'],
  docs: 'https://developers.dropbox.com/oauth-guide',
  authorize: {
    at: 'https://www.dropbox.com/oauth2/authorize',
    pkce: 'offered',
    wants: { token_access_type: 'offline' },
    scopes: {
      separator: ' ',
      known:
        /^(?:account_info\.(?:read|write)|files\.(?:metadata|content)\.(?:read|write)|sharing\.(?:read|write)|file_requests\.(?:read|write)|contacts\.(?:read|write)|openid|profile|email|team_info\.read|team_data\.member|members\.read)$/,
    },
  },
  token: {
    at: 'https://api.dropboxapi.com/oauth2/token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      issued.grant === 'code'
        ? { ...scoped(issued, 14_400), uid: '12345', account_id: 'dbid:A1' }
        : bearer(refreshOnce(issued), { expires_in: 14_400 }),
  },
  life: { access: 14_400, refresh: { rotates: 'never' } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://api.dropboxapi.com/2/auth/token/revoke',
    client: 'bearer',
    body: 'empty',
    takes: ['access'],
    // With the refresh token behind it, and that one’s other access tokens.
    ends: 'grant',
    done: { status: 200, body: null },
    refusal: failure(400, 'bad_request'),
  },
  account: {
    at: 'https://api.dropboxapi.com/2/users/get_current_account',
    needs: 'account_info.read',
    method: 'POST',
    headers: { 'content-type': /^application\/json$/ },
    body: /^null$/,
    answers: [
      account(
        { account_id: 'dbid:A1', email: 'ada@example.com', name: { display_name: 'Ada' } },
        'dbid:A1',
        'ada@example.com',
      ),
    ],
  },
  partial: [
    {
      asked: ['account_info.read', 'sharing.read'],
      listed: ['account_info.read'],
      lacks: ['sharing.read'],
    },
  ],
}
