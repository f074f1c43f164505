/** GitLab (Doorkeeper): tokens of two hours, and a refresh ends the pair before it. */
import type { Documented } from './kit/documented.ts'
import { account, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const gitlab: Documented = {
  slugs: ['gitlab'],
  docs: 'https://docs.gitlab.com/api/oauth2/',
  keys: true,
  config: {
    values: { host: 'gitlab.com' },
    also: [{ host: 'git.acme.example.com' }],
    never: [{ host: 'gitlab.com/evil' }, { host: 'user@gitlab.com' }, { host: '127.0.0.1' }],
    knownBy: 'operator',
    otherwise: { host: 'gitlab.com' },
  },
  authorize: {
    at: 'https://gitlab.com/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:api|read_api|read_user|create_runner|k8s_proxy|(?:read|write)_(?:repository|registry)|sudo|openid|profile|email)$/,
    },
  },
  token: {
    at: 'https://gitlab.com/oauth/token',
    client: 'body',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 7200), created_at: 1_700_000_000 }),
  },
  life: {
    access: 7200,
    refresh: { rotates: 'always', endsOldAccess: true, reuseEndsGrant: true },
  },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://gitlab.com/oauth/revoke',
    client: 'body',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 200, body: {} },
    refusal: { status: 403, body: { error: 'unauthorized_client' } },
  },
  account: {
    at: 'https://gitlab.com/api/v4/user',
    needs: 'read_user',
    answers: [
      account({ id: 7, username: 'ada', email: 'ada@example.com' }, '7', 'ada'),
      account({ id: 7, email: 'ada@example.com' }, '7', 'ada@example.com'),
    ],
  },
}
