/** QuickBooks Online: Basic, an hour, a hundred days and five years; the revocation is JSON with Basic. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

export const quickbooks: Documented = {
  slugs: ['quickbooks'],
  docs: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0',
  authorize: {
    at: 'https://appcenter.intuit.com/connect/oauth2',
    pkce: 'undocumented',
    callback: () => ({ realmId: '9130' }),
    scopes: {
      separator: ' ',
      known:
        /^(?:com\.intuit\.quickbooks\.(?:accounting|payment)|openid|profile|email|phone|address)$/,
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
    client: 'basic',
    body: 'form',
    headers: { accept: /^application\/json$/ },
    answer: (issued) => bearer(issued, { expires_in: 3600, x_refresh_token_expires_in: 8_640_000 }),
  },
  life: {
    access: 3600,
    toldOfRefresh: 8_640_000,
    // The value changes about once a day: a refresh may repeat the one that was sent.
    refresh: { rotates: 'now and then', reuseEndsGrant: true, idleDays: 100, absoluteDays: 1825 },
  },
  failures: RFC_FAILURES,
  account: { answers: [account({}, '9130', '9130')] },
  tells: { realmId: '9130' },
  revoke: {
    at: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
    client: 'basic',
    body: 'json',
    takes: ['access', 'refresh'],
    ends: 'grant',
    done: { status: 200 },
    refusal: failure(401, 'invalid_client'),
  },
}
