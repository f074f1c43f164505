/** Xero (an identity server): half an hour and sixty days, with half an hour of grace. */
import type { Documented } from './kit/documented.ts'
import { failure, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const xero: Documented = {
  slugs: ['xero'],
  docs: 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/',
  authorize: {
    at: 'https://login.xero.com/identity/connect/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|profile|email|offline_access|files|assets|projects|payroll\.\w+|accounting\.(?:transactions|contacts|settings|attachments|reports|journals|invoices|payments|budgets)(?:\.read)?)$/,
      offline: 'offline_access',
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://identity.xero.com/connect/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => ({ ...scoped(issued, 1800), id_token: 'e30.e30.e30' }),
  },
  life: {
    access: 1800,
    refresh: { rotates: 'always', graceSeconds: 1800, reuseEndsGrant: true, idleDays: 60 },
  },
  failures: {
    ...RFC_FAILURES,
    client: failure(400, 'invalid_client'),
    more: [['client', failure(400, 'unauthorized_client')]],
  },
  revoke: {
    at: 'https://identity.xero.com/connect/revocation',
    client: 'basic',
    takes: ['refresh'],
    ends: 'grant',
    done: { status: 200 },
    refusal: failure(400, 'invalid_request'),
  },
}
