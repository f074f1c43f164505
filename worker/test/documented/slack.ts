/** Slack, a user’s token, with and without token rotation: failures have status 200 and `ok: false`. */
import type { Answer, Documented, Issued } from './kit/documented.ts'
import { account, each, less } from './kit/rfc.ts'

const no = (error: string): Answer => ({ status: 200, body: { ok: false, error } })

const tokenOf = ({ access, refresh }: Issued, isRotating: boolean) => ({
  access_token: access,
  token_type: 'user',
  ...(isRotating ? { refresh_token: refresh, expires_in: 43_200 } : {}),
})

const TEAM = { id: 'T1', name: 'Acme' }
/** Beside the user's token: the workspace's own, which is nobody's to vend. */
const THEIR_BOT = {
  ok: true,
  access_token: 'xoxb-the-workspaces-own',
  token_type: 'bot',
  scope: 'commands',
  team: TEAM,
  enterprise: { id: 'E1', name: 'Acme Group' },
}

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
        ? { ok: true, ...tokenOf(issued, isRotating), team: TEAM, enterprise: null }
        : {
            ...THEIR_BOT,
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
      ...each('over', no, 'code_already_used', 'token_revoked', 'token_expired'),
      ...each('over', no, 'account_inactive', 'invalid_auth'),
      ...each('client', no, 'invalid_client_id', 'invalid_grant_type'),
      ...each('unclear', no, 'bad_redirect_uri'),
      ...each('later', no, 'ratelimited', 'service_unavailable', 'request_timeout'),
      ...each('lost', no, 'internal_error', 'fatal_error'),
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
  partial: [less(['chat:write', 'users:read'], 'chat:write')],
})

export const slack = [app(true), app(false)]
