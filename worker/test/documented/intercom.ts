/** Intercom: no scopes, no end; the token is sent at `eagle`. */
import type { Documented } from './kit/documented.ts'
import { bearer, failure } from './kit/rfc.ts'

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
      {
        body: { type: 'admin', id: '814860', email: 'ada@example.com' },
        id: '814860',
        label: 'ada@example.com',
      },
    ],
  },
}
