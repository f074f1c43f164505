/** Asana: an hour, a refresh token that stays, and the person in the answer. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES, withoutRefresh } from './kit/rfc.ts'

export const asana: Documented = {
  slugs: ['asana'],
  docs: 'https://developers.asana.com/docs/oauth',
  keys: true,
  authorize: {
    at: 'https://app.asana.com/-/oauth_authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:default|openid|email|profile|(?:attachments|custom_fields|goals|jobs|portfolios|project_templates|projects|stories|tags|task_templates|tasks|team_memberships|teams|time_tracking_entries|typeahead|users|webhooks|workspaces):(?:read|write|delete))$/,
    },
  },
  token: {
    at: 'https://app.asana.com/-/oauth_token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(issued.grant === 'code' ? issued : withoutRefresh(issued), {
        expires_in: 3600,
        data: { id: 4673, gid: '4673', name: 'Ada', email: 'ada@example.com' },
      }),
  },
  life: { access: 3600, refresh: { rotates: 'never' } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://app.asana.com/-/oauth_revoke',
    client: 'body',
    takes: ['refresh', 'access'],
    ends: 'token',
    done: { status: 200, body: {} },
    refusal: failure(400, 'invalid_request'),
  },
  tells: { data_gid: '4673', data_email: 'ada@example.com' },
  account: {
    at: 'https://app.asana.com/api/1.0/users/me',
    answers: [
      account({ data: { gid: '4673', email: 'ada@example.com' } }, '4673', 'ada@example.com'),
    ],
  },
}
