/** Auth0: the tenant’s domain; a revocation takes refresh tokens alone, as JSON. */
import type { Documented } from './kit/documented.ts'
import { account, failure, scoped } from './kit/rfc.ts'

export const auth0: Documented = {
  slugs: ['auth0'],
  docs: 'https://auth0.com/docs/api/authentication',
  config: {
    values: { domain: 'acme.us.auth0.com' },
    also: [{ domain: 'login.acme.com' }],
    never: [{ domain: 'acme.us.auth0.com/x' }, { domain: 'a@b.com' }, { domain: 'localhost' }],
    knownBy: 'operator',
  },
  authorize: {
    at: 'https://acme.us.auth0.com/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|profile|email|address|phone|offline_access|(?:read|update):current_user(?:_metadata)?)$/,
      offline: 'offline_access',
    },
  },
  token: {
    at: 'https://acme.us.auth0.com/oauth/token',
    client: 'body',
    body: 'form',
    clientCredentials: true,
    answer: (issued) => ({ ...scoped(issued, 86_400), id_token: 'e30.e30.e30' }),
  },
  life: { access: 86_400, refresh: { rotates: 'now and then', reuseEndsGrant: true } },
  failures: {
    code: failure(403, 'invalid_grant', { error_description: 'Invalid authorization code' }),
    grant: failure(403, 'invalid_grant', {
      error_description: 'Unknown or invalid refresh token.',
    }),
    client: failure(401, 'access_denied', { error_description: 'Unauthorized' }),
    more: [
      ['client', failure(403, 'unauthorized_client')],
      ['later', failure(429, 'too_many_requests')],
    ],
  },
  revoke: {
    at: 'https://acme.us.auth0.com/oauth/revoke',
    client: 'body',
    body: 'json',
    takes: ['refresh'],
    ends: 'grant',
    done: { status: 200 },
    refusal: failure(401, 'invalid_client'),
  },
  account: {
    at: 'https://acme.us.auth0.com/userinfo',
    needs: 'openid',
    answers: [account({ sub: 'auth0|1', email: 'ada@example.com' }, 'auth0|1', 'ada@example.com')],
  },
  partial: [{ asked: ['openid', 'email'], listed: ['openid'], lacks: ['email'] }],
}
