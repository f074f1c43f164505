/** Stripe Connect: the account is in the answer; deauthorize ends it for the platform. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, RFC_FAILURES } from './kit/rfc.ts'

export const stripe: Documented = {
  slugs: ['stripe'],
  docs: 'https://docs.stripe.com/connect/oauth-reference',
  keys: true,
  authorize: {
    at: 'https://connect.stripe.com/oauth/authorize',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known: ['read_only', 'read_write'],
      includes: { read_write: ['read_only'] },
      // One of the two: the larger contains the other.
      listed: (granted) => granted.filter((one) => one !== 'read_only' || granted.length === 1),
    },
  },
  token: {
    at: 'https://connect.stripe.com/oauth/token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(issued, {
        livemode: false,
        scope: issued.scopes[0] ?? 'read_only',
        stripe_publishable_key: 'pk_test_1',
        stripe_user_id: 'acct_1',
      }),
  },
  life: { refresh: { rotates: 'never' } },
  failures: { ...RFC_FAILURES, more: [['client', failure(400, 'unsupported_grant_type')]] },
  revoke: {
    at: 'https://connect.stripe.com/oauth/deauthorize',
    client: 'header',
    scheme: 'Bearer',
    names: { stripe_user_id: 'acct_1' },
    takes: ['access'],
    ends: 'account',
    done: { status: 200, body: { stripe_user_id: 'acct_1' } },
    refusal: { status: 401, body: { error: 'invalid_client' } },
  },
  account: {
    at: 'https://api.stripe.com/v1/account',
    answers: [
      account(
        {
          id: 'acct_1',
          email: 'ada@example.com',
          settings: { dashboard: { display_name: 'Acme' } },
        },
        'acct_1',
        'Acme',
      ),
      account(
        { id: 'acct_1', email: 'ada@example.com', settings: {} },
        'acct_1',
        'ada@example.com',
      ),
    ],
  },
  partial: [{ asked: ['read_write'], listed: ['read_only'], lacks: ['read_write'] }],
  tells: { stripe_user_id: 'acct_1' },
}
