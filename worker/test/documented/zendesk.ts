/** Zendesk: a host for each customer, JSON, lifetimes of the client’s choice; a refresh ends the pair before. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const zendesk: Documented = {
  slugs: ['zendesk'],
  docs: 'https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/',
  keys: true,
  config: {
    values: { subdomain: 'acme' },
    also: [{ subdomain: 'acme-2' }],
    never: [
      { subdomain: 'acme.evil' },
      { subdomain: 'acme/x' },
      { subdomain: '-acme' },
      { subdomain: 'ACME' },
    ],
    knownBy: 'person',
  },
  authorize: {
    at: 'https://acme.zendesk.com/oauth/authorizations/new',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:read|write|impersonate|hc:(?:read|write)|(?:tickets|users|auditlogs|organizations|apps|triggers|automations|targets|webhooks|macros|requests|satisfaction_ratings|dynamic_content|any_channel|web_widget|zis):(?:read|write))$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://acme.zendesk.com/oauth/tokens',
    client: 'body',
    body: 'json',
    wantsWithCode: { expires_in: '1800' },
    answer: (issued) => ({ ...scoped(issued, 1800), refresh_token_expires_in: 2_592_000 }),
  },
  life: {
    access: 1800,
    toldOfRefresh: 2_592_000,
    refresh: { rotates: 'always', endsOldAccess: true, reuseEndsGrant: true, idleDays: 30 },
  },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://acme.zendesk.com/api/v2/oauth/tokens/current.json',
    method: 'DELETE',
    client: 'bearer',
    body: 'empty',
    takes: ['access'],
    ends: 'grant',
    done: { status: 204 },
    refusal: failure(403, 'Forbidden'),
  },
  account: {
    at: 'https://acme.zendesk.com/api/v2/users/me.json',
    needs: 'read',
    answers: [
      account({ user: { id: 35_436, email: 'ada@example.com' } }, '35436', 'ada@example.com'),
    ],
  },
}
