/** X: PKCE always, two hours, a refresh token with `offline.access` alone, for one use. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const x: Documented = {
  slugs: ['x'],
  docs: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code',
  authorize: {
    at: 'https://x.com/i/oauth2/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:tweet\.(?:read|write|moderate\.write)|users\.(?:read|email)|(?:follows|space|mute|like|list|block|bookmark|dm)\.(?:read|write)|media\.write|offline\.access)$/,
      offline: 'offline.access',
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://api.x.com/2/oauth2/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(issued, 7200),
  },
  life: { access: 7200, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: {
    means: { code: 'unclear', grant: 'unclear' },
    code: failure(400, 'invalid_request', {
      error_description: 'Value passed for the authorization code was invalid.',
    }),
    grant: failure(400, 'invalid_request', {
      error_description: 'Value passed for the token was invalid.',
    }),
    client: failure(401, 'unauthorized_client', {
      error_description: 'Missing valid authorization header',
    }),
    more: RFC_FAILURES.more ?? [],
  },
  revoke: {
    at: 'https://api.x.com/2/oauth2/revoke',
    client: 'basic',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 200, body: { revoked: true } },
    refusal: failure(401, 'unauthorized_client'),
  },
  account: {
    at: 'https://api.x.com/2/users/me',
    needs: 'users.read',
    answers: [account({ data: { id: '2244', name: 'Ada', username: 'ada' } }, '2244', 'ada')],
  },
  partial: [{ asked: ['users.read', 'dm.read'], listed: ['users.read'], lacks: ['dm.read'] }],
}
