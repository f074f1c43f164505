/** Miro, with expiring tokens: an hour and sixty days, and the team in the answer. */
import type { Documented } from './kit/documented.ts'
import { account, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const miro: Documented = {
  slugs: ['miro'],
  docs: 'https://developers.miro.com/docs/getting-started-with-oauth',
  authorize: {
    at: 'https://miro.com/oauth/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:boards:(?:read|write|export)|identity:(?:read|write)|team:(?:read|write)|microphone:listen|screen:record|webcam:record|auditlogs:read|organizations:(?:read|teams:(?:read|write))|projects:(?:read|write)|sessions:delete)$/,
    },
  },
  token: {
    at: 'https://api.miro.com/v1/oauth/token',
    client: 'body',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 3599), user_id: '3074', team_id: '3458' }),
  },
  life: { access: 3599, refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 60 } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://api.miro.com/v2/oauth/revoke',
    client: 'body',
    body: 'json',
    param: 'accessToken',
    named: { id: 'clientId', secret: 'clientSecret' },
    takes: ['access'],
    ends: 'grant',
    done: { status: 204 },
    refusal: { status: 400, body: { code: 'invalid_request' } },
  },
  account: {
    at: 'https://api.miro.com/v1/oauth-token',
    answers: [
      account(
        { type: 'oAuthToken', user: { id: '3074', name: 'Ada' }, team: { id: '3458' } },
        '3074',
        'Ada',
      ),
    ],
  },
  tells: { team_id: '3458' },
  partial: [
    { asked: ['boards:read', 'boards:write'], listed: ['boards:read'], lacks: ['boards:write'] },
  ],
}
