/** Discord: a week, forms and nothing else, and `iss` in the callback. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const discord: Documented = {
  slugs: ['discord'],
  docs: 'https://discord.com/developers/docs/topics/oauth2',
  authorize: {
    at: 'https://discord.com/oauth2/authorize',
    pkce: 'offered',
    iss: 'https://discord.com',
    issIsAlwaysThere: true,
    scopes: {
      separator: ' ',
      known:
        /^(?:identify|email|connections|bot|applications\.\w+(?:\.\w+)*|guilds(?:\.join|\.members\.read)?|gdm\.join|messages\.read|role_connections\.write|webhook\.incoming|rpc(?:\.\w+)*|voice|dm_channels\.read|relationships\.read)$/,
    },
  },
  token: {
    at: 'https://discord.com/api/oauth2/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => scoped(issued, 604_800),
  },
  life: { access: 604_800, refresh: { rotates: 'always', reuseEndsGrant: true } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://discord.com/api/oauth2/token/revoke',
    client: 'basic',
    takes: ['access', 'refresh'],
    // "Any active access or refresh tokens associated with that authorization will be revoked."
    ends: 'grant',
    done: { status: 200, body: {} },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://discord.com/api/users/@me',
    needs: 'identify',
    answers: [
      account(
        { id: '80351110224678912', username: 'ada', global_name: 'Ada' },
        '80351110224678912',
        'ada',
      ),
      account({ id: '80351110224678912', global_name: 'Ada' }, '80351110224678912', 'Ada'),
    ],
  },
  partial: [{ asked: ['identify', 'guilds'], listed: ['identify'], lacks: ['guilds'] }],
}
