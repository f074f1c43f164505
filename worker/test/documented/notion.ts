/** Notion: Basic and JSON, no scopes, and every call names its version of the API. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

const VERSION = { 'notion-version': /^20(?:21-05-13|21-08-16|22-02-22|22-06-28|25-09-03)$/ }

export const notion: Documented = {
  slugs: ['notion'],
  docs: 'https://developers.notion.com/docs/authorization',
  keys: true,
  authorize: {
    at: 'https://api.notion.com/v1/oauth/authorize',
    pkce: 'undocumented',
    wants: { owner: 'user' },
    scopes: 'no parameter',
  },
  token: {
    at: 'https://api.notion.com/v1/oauth/token',
    client: 'basic',
    body: 'json',
    headers: VERSION,
    answer: (issued) =>
      bearer(issued, {
        bot_id: 'b-1',
        workspace_id: 'w-1',
        workspace_name: 'Acme',
        owner: { type: 'user', user: { object: 'user', id: 'u-1' } },
      }),
  },
  life: { refresh: { rotates: 'now and then', reuseEndsGrant: true } },
  failures: {
    ...RFC_FAILURES,
    more: [['later', { status: 429, body: { object: 'error', code: 'rate_limited' } }]],
  },
  revoke: {
    at: 'https://api.notion.com/v1/oauth/revoke',
    client: 'basic',
    body: 'json',
    headers: VERSION,
    takes: ['access'],
    ends: 'token',
    done: { status: 200, body: { request_id: 'r-2' } },
    refusal: failure(400, 'validation_error'),
  },
  account: {
    at: 'https://api.notion.com/v1/users/me',
    headers: VERSION,
    answers: [
      account(
        { object: 'user', bot: { owner: { user: { id: 'u-2' } }, workspace_name: 'Acme HQ' } },
        'w-1/u-2',
        'Acme HQ',
      ),
      account({ object: 'user', bot: {} }, 'w-1/u-1', 'Acme'),
    ],
  },
  tells: { workspace_id: 'w-1', workspace_name: 'Acme', bot_id: 'b-1', owner_user_id: 'u-1' },
}
