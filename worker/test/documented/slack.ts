/** Slack, a user’s token, with and without token rotation: failures have status 200 and `ok: false`. */
import type { Answer, Documented, Issued } from './kit/documented.ts'
import { account } from './kit/rfc.ts'

const no = (error: string): Answer => ({ status: 200, body: { ok: false, error } })

const tokenOf = ({ access, refresh }: Issued, isRotating: boolean) => ({
  access_token: access,
  token_type: 'user',
  ...(isRotating ? { refresh_token: refresh, expires_in: 43_200 } : {}),
})

const app = (isRotating: boolean): Documented => ({
  slugs: ['slack'],
  docs: 'https://docs.slack.dev/authentication/installing-with-oauth',
  authorize: {
    at: 'https://slack.com/oauth/v2/authorize',
    pkce: 'undocumented',
    scopes: {
      param: 'user_scope',
      separator: ',',
      known:
        /^(?:(?:channels|groups|im|mpim):(?:read|history|write)|chat:write|users:read(?:\.email)?|files:(?:read|write)|reactions:(?:read|write)|team:read|search:read)$/,
    },
  },
  token: {
    at: 'https://slack.com/api/oauth.v2.access',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      issued.grant === 'refresh'
        ? {
            ok: true,
            ...tokenOf(issued, isRotating),
            team: { id: 'T1', name: 'Acme' },
            enterprise: null,
          }
        : {
            ok: true,
            app_id: 'A1',
            access_token: 'xoxb-the-workspaces-own',
            token_type: 'bot',
            scope: 'commands',
            team: { id: 'T1', name: 'Acme' },
            enterprise: { id: 'E1', name: 'Acme Group' },
            authed_user: {
              id: 'U1',
              scope: issued.scopes.join(','),
              ...tokenOf(issued, isRotating),
            },
          },
  },
  life: isRotating ? { access: 43_200, refresh: { rotates: 'always' } } : { refresh: 'none' },
  failures: {
    code: no('invalid_code'),
    grant: no('invalid_refresh_token'),
    client: no('bad_client_secret'),
    more: [
      ['over', no('code_already_used')],
      ['over', no('token_revoked')],
      ['over', no('token_expired')],
      ['over', no('account_inactive')],
      ['over', no('invalid_auth')],
      ['client', no('invalid_client_id')],
      ['unclear', no('bad_redirect_uri')],
      ['client', no('invalid_grant_type')],
      ['later', no('ratelimited')],
      ['later', no('service_unavailable')],
      ['later', no('request_timeout')],
      ['lost', no('internal_error')],
      ['lost', no('fatal_error')],
    ],
  },
  revoke: {
    at: 'https://slack.com/api/auth.revoke',
    client: 'bearer',
    body: 'empty',
    takes: ['access'],
    ends: 'token',
    done: { status: 200, body: { ok: true, revoked: true } },
    refusal: no('missing_scope'),
  },
  account: {
    at: 'https://slack.com/api/auth.test',
    method: 'POST',
    answers: [
      account(
        { ok: true, team: 'Acme', team_id: 'T1', user: 'ada', user_id: 'W1' },
        'T1/W1',
        'Acme/ada',
      ),
      account({ ok: false, error: 'not_authed' }, 'T1/U1', 'Acme'),
    ],
  },
  tells: { team_id: 'T1', team_name: 'Acme', enterprise_id: 'E1', authed_user_id: 'U1' },
  partial: [{ asked: ['chat:write', 'users:read'], listed: ['users:read'], lacks: ['chat:write'] }],
})

export const slack = [app(true), app(false)]
