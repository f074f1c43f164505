/** Canva: PKCE always, four hours, each refresh token for one use. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const canva: Documented = {
  slugs: ['canva'],
  docs: 'https://www.canva.dev/docs/connect/authentication/',
  authorize: {
    at: 'https://www.canva.com/api/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:profile:read|(?:app|asset|design:content|design:permission|folder|folder:permission|comment|collaboration:event|brandtemplate:content):(?:read|write)|(?:design|brandtemplate):meta:read)$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://api.canva.com/rest/v1/oauth/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(issued, 14_400),
  },
  life: { access: 14_400, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://api.canva.com/rest/v1/oauth/revoke',
    client: 'basic',
    takes: ['access', 'refresh'],
    ends: 'grant',
    done: { status: 200, body: {} },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://api.canva.com/rest/v1/users/me',
    answers: [account({ team_user: { user_id: 'u-1', team_id: 't-1' } }, 'u-1', 'u-1')],
  },
  partial: [
    { asked: ['profile:read', 'asset:read'], listed: ['profile:read'], lacks: ['asset:read'] },
  ],
}
