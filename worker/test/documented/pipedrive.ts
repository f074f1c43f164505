/** Pipedrive: what an app may do is set on the app; the host of the API is in the answer. */
import type { Documented } from './kit/documented.ts'
import { bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

export const pipedrive: Documented = {
  slugs: ['pipedrive'],
  docs: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization',
  keys: true,
  authorize: {
    at: 'https://oauth.pipedrive.com/oauth/authorize',
    pkce: 'undocumented',
    scopes: 'no parameter',
    refusals: [{ error: 'user_denied' }],
  },
  token: {
    at: 'https://oauth.pipedrive.com/oauth/token',
    client: 'basic',
    body: 'form',
    answer: (issued) =>
      bearer(issued, {
        expires_in: 3599,
        scope: 'base,deals:read',
        api_domain: 'https://acme.pipedrive.com',
      }),
  },
  life: { access: 3599, refresh: { rotates: 'never', idleDays: 60 } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://oauth.pipedrive.com/oauth/revoke',
    client: 'basic',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 200 },
    refusal: failure(400, 'invalid_request'),
  },
  tells: { api_domain: 'https://acme.pipedrive.com' },
}
