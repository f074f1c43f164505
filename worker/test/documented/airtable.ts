/** Airtable: PKCE always, an hour and sixty days, and a replay ends the grant. */
import type { Documented } from './kit/documented.ts'
import { account, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const airtable: Documented = {
  slugs: ['airtable'],
  docs: 'https://airtable.com/developers/web/api/oauth-reference',
  keys: true,
  authorize: {
    at: 'https://airtable.com/oauth2/v1/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:data\.(?:records|recordComments):(?:read|write)|schema\.bases:(?:read|write)|webhook:manage|block:manage|user\.email:read)$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://airtable.com/oauth2/v1/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 3600), refresh_expires_in: 5_184_000 }),
  },
  life: {
    access: 3600,
    toldOfRefresh: 5_184_000,
    refresh: { rotates: 'always', reuseEndsGrant: true, idleDays: 60 },
  },
  failures: RFC_FAILURES,
  account: {
    at: 'https://api.airtable.com/v0/meta/whoami',
    answers: [
      account({ id: 'usr1', email: 'ada@example.com', scopes: [] }, 'usr1', 'ada@example.com'),
    ],
  },
  partial: [
    {
      asked: ['schema.bases:read', 'webhook:manage'],
      listed: ['schema.bases:read'],
      lacks: ['webhook:manage'],
    },
  ],
}
