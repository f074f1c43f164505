/** Strava: six hours, the newest refresh token alone is good, and the athlete in the first answer. */
import type { Answer, Documented } from './kit/documented.ts'
import { account, bearer } from './kit/rfc.ts'

const no = (status: number, resource: string, field: string): Answer => ({
  status,
  body: { message: 'Bad Request', errors: [{ resource, field, code: 'invalid' }] },
})

export const strava: Documented = {
  slugs: ['strava'],
  docs: 'https://developers.strava.com/docs/authentication/',
  authorize: {
    at: 'https://www.strava.com/oauth/authorize',
    pkce: 'undocumented',
    callback: (granted) => ({ scope: granted.join(',') }),
    wants: { approval_prompt: 'auto' },
    scopes: {
      separator: ',',
      known: /^(?:read|read_all|profile:read_all|profile:write|activity:(?:read|read_all|write))$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://www.strava.com/oauth/token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(issued, {
        expires_at: 1_700_021_600,
        expires_in: 21_600,
        ...(issued.grant === 'code' ? { athlete: { id: 134_815, username: 'ada' } } : {}),
      }),
  },
  life: { access: 21_600, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: {
    means: { code: 'unclear', grant: 'unclear', client: 'unclear' },
    code: no(400, 'AuthorizationCode', 'code'),
    grant: no(400, 'RefreshToken', 'refresh_token'),
    client: no(401, 'Application', 'client_secret'),
  },
  revoke: {
    at: 'https://www.strava.com/oauth/deauthorize',
    client: 'bearer',
    body: 'empty',
    takes: ['access'],
    ends: 'account',
    done: { status: 200, body: { access_token: 'x' } },
    refusal: { status: 401, body: { message: 'Authorization Error', errors: [] } },
  },
  account: {
    at: 'https://www.strava.com/api/v3/athlete',
    needs: 'read',
    answers: [
      account({ id: 134_815, username: 'ada', firstname: 'Ada' }, '134815', 'ada'),
      account({ id: 134_815, username: null, firstname: 'Ada' }, '134815', 'Ada'),
    ],
  },
  partial: [{ asked: ['read', 'activity:read'], listed: ['read'], lacks: ['activity:read'] }],
}
