/** Intercom: no scopes, no end; the token is sent at `eagle`. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure } from './kit/rfc.ts'

export const intercom: Documented = {
  slugs: ['intercom'],
  docs: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
  keys: true,
  authorize: {
    at: 'https://app.intercom.com/oauth',
    pkce: 'undocumented',
    scopes: 'no parameter',
  },
  token: {
    at: 'https://api.intercom.io/auth/eagle/token',
    client: 'body',
    body: 'form',
    answer: (issued) => bearer(issued, { token: issued.access }),
  },
  life: { refresh: 'none' },
  failures: {
    code: failure(400, 'invalid_grant'),
    grant: failure(400, 'invalid_grant'),
    client: failure(401, 'invalid_client'),
  },
  account: {
    at: 'https://api.intercom.io/me',
    answers: [
      account(
        { type: 'admin', id: '814860', email: 'ada@example.com' },
        '814860',
        'ada@example.com',
      ),
    ],
  },
}
