/** Box: an hour, sixty days, each refresh token for one use. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

export const box: Documented = {
  slugs: ['box'],
  docs: 'https://developer.box.com/guides/authentication/oauth2/',
  authorize: {
    at: 'https://account.box.com/api/oauth2/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:root_readonly|root_readwrite|manage_(?:app_users|managed_users|groups|webhook|enterprise_properties|data_retention|legal_hold)|sign_requests\.readwrite|admin_readwrite|gcm)$/,
    },
  },
  token: {
    at: 'https://api.box.com/oauth2/token',
    client: 'body',
    body: 'form',
    answer: (issued) => bearer(issued, { expires_in: 3600, restricted_to: [] }),
  },
  life: { access: 3600, refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 60 } },
  failures: { ...RFC_FAILURES, client: failure(400, 'invalid_client') },
  revoke: {
    at: 'https://api.box.com/oauth2/revoke',
    client: 'body',
    takes: ['access', 'refresh'],
    ends: 'grant',
    done: { status: 200 },
    refusal: failure(400, 'invalid_client'),
  },
  account: {
    at: 'https://api.box.com/2.0/users/me',
    answers: [
      account({ type: 'user', id: '112', login: 'ada@example.com' }, '112', 'ada@example.com'),
    ],
  },
}
