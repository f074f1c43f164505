/** ClickUp: neither scopes nor an end; the user picks workspaces. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, RFC_FAILURES } from './kit/rfc.ts'

export const clickup: Documented = {
  slugs: ['clickup'],
  docs: 'https://developer.clickup.com/docs/authentication',
  keys: true,
  authorize: {
    at: 'https://app.clickup.com/api',
    pkce: 'undocumented',
    scopes: 'no parameter',
    refusals: [],
  },
  token: {
    at: 'https://api.clickup.com/api/v2/oauth/token',
    client: 'body',
    body: 'form',
    answer: bearer,
  },
  life: { refresh: 'none' },
  failures: RFC_FAILURES,
  account: {
    at: 'https://api.clickup.com/api/v2/user',
    answers: [
      account(
        { user: { id: 123, username: 'Ada', email: 'ada@example.com' } },
        '123',
        'ada@example.com',
      ),
      account({ user: { id: 123, username: 'Ada' } }, '123', 'Ada'),
    ],
  },
}
