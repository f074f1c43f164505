/** PayPal, Log in with PayPal: Basic, eight hours, a refresh token that stays. */
import type { Documented } from './kit/documented.ts'
import { account, failure, refreshOnce, RFC_FAILURES, scoped } from './kit/rfc.ts'

export const paypal: Documented = {
  slugs: ['paypal'],
  docs: 'https://developer.paypal.com/log-in/build',
  authorize: {
    at: 'https://www.paypal.com/signin/authorize',
    pkce: 'undocumented',
    wants: { flowEntry: 'static' },
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|profile|email|address|phone|https:\/\/uri\.paypal\.com\/services\/(?:paypalattributes|invoicing|payments\/[\w/-]+))$/,
    },
  },
  token: {
    at: 'https://api-m.paypal.com/v1/oauth2/token',
    client: 'basic',
    body: 'form',
    answer: (issued) => ({ ...scoped(refreshOnce(issued), 28_800), nonce: 'n-1' }),
  },
  life: { access: 28_800, refresh: { rotates: 'never' } },
  failures: RFC_FAILURES,
  revoke: {
    at: 'https://api-m.paypal.com/v1/oauth2/token/terminate',
    client: 'basic',
    takes: ['access'],
    ends: 'token',
    done: { status: 200 },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://api-m.paypal.com/v1/identity/openidconnect/userinfo?schema=openid',
    needs: 'openid',
    answers: [
      account(
        { user_id: 'https://www.paypal.com/u/1', email: 'ada@example.com', payer_id: 'P1' },
        'https://www.paypal.com/u/1',
        'ada@example.com',
      ),
      account(
        { user_id: 'https://www.paypal.com/u/1', payer_id: 'P1' },
        'https://www.paypal.com/u/1',
        'P1',
      ),
    ],
  },
  partial: [{ asked: ['openid', 'address'], listed: ['openid'], lacks: ['address'] }],
}
