/** Twitch: scopes as a list, failures as a `message`, a revocation that wants the client’s id and no secret. */
import type { Answer, Documented } from './kit/documented.ts'
import { account, bearer } from './kit/rfc.ts'

const no = (status: number, message: string, error = 'Bad Request'): Answer => ({
  status,
  body: { error, status, message },
})

export const twitch: Documented = {
  slugs: ['twitch'],
  docs: 'https://dev.twitch.tv/docs/authentication/refresh-tokens/',
  authorize: {
    at: 'https://id.twitch.tv/oauth2/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|user:(?:read|edit):(?:email|follows|broadcast|subscriptions)|channel:(?:read|manage):(?:subscriptions|broadcast|polls|redemptions)|chat:(?:read|edit)|clips:edit|moderator:(?:read|manage):(?:followers|chatters)|bits:read)$/,
    },
  },
  token: {
    at: 'https://id.twitch.tv/oauth2/token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(issued, { expires_in: 14_124, scope: issued.scopes, token_type: 'bearer' }),
  },
  life: { access: 14_124, refresh: { rotates: 'now and then', reuseEndsGrant: true } },
  failures: {
    code: no(400, 'Invalid authorization code'),
    grant: no(400, 'Invalid refresh token'),
    client: no(403, 'invalid client secret', 'Forbidden'),
    more: [['client', no(400, 'invalid client')]],
  },
  revoke: {
    at: 'https://id.twitch.tv/oauth2/revoke',
    client: 'id only',
    takes: ['access'],
    ends: 'token',
    done: { status: 200 },
    refusal: no(404, 'client does not exist', 'Not Found'),
  },
  account: {
    at: 'https://id.twitch.tv/oauth2/validate',
    scheme: 'OAuth',
    answers: [account({ client_id: 'c', login: 'ada', user_id: '141981764' }, '141981764', 'ada')],
  },
  partial: [
    { asked: ['user:read:email', 'chat:read'], listed: ['chat:read'], lacks: ['user:read:email'] },
  ],
}
