/** Linear: scopes with commas, a day, and a spent refresh token that answers for half an hour. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const linear: Documented = {
  slugs: ['linear'],
  docs: 'https://linear.app/developers/oauth-2-0-authentication',
  keys: true,
  authorize: {
    at: 'https://linear.app/oauth/authorize',
    pkce: 'offered',
    wants: { prompt: 'consent' },
    scopes: {
      separator: ',',
      includes: { write: ['issues:create', 'comments:create'] },
      known:
        /^(?:read|write|issues:create|comments:create|timeSchedule:write|admin|app:(?:assignable|mentionable))$/,
    },
  },
  token: {
    at: 'https://api.linear.app/oauth/token',
    client: 'body',
    body: 'form',
    answer: (issued) => scoped(issued, 86_399, ','),
  },
  life: { access: 86_399, refresh: { rotates: 'always', graceSeconds: 1800 } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://api.linear.app/oauth/revoke',
    client: 'nobody',
    takes: ['access', 'refresh'],
    ends: 'token',
    done: { status: 200, body: {} },
    refusal: failure(401, 'unauthorized'),
  },
  account: {
    at: 'https://api.linear.app/graphql',
    needs: 'read',
    method: 'POST',
    headers: { 'content-type': /^application\/json$/ },
    body: /^\{"query":"\{ viewer \{ id name email avatarUrl \} \}"\}$/,
    answers: [
      account(
        { data: { viewer: { id: 'u-1', name: 'Ada', email: 'ada@example.com' } } },
        'u-1',
        'ada@example.com',
      ),
      account({ data: { viewer: { id: 'u-1', name: 'Ada' } } }, 'u-1', 'Ada'),
    ],
  },
  partial: [
    { asked: ['issues:create', 'comments:create', 'admin'], listed: ['write'], lacks: ['admin'] },
  ],
}
