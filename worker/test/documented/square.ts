/** Square, the code flow of clients with a secret: JSON, thirty days, a refresh token that stays. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure } from './kit/rfc.ts'

export const square: Documented = {
  slugs: ['square'],
  docs: 'https://developer.squareup.com/docs/oauth-api/overview',
  authorize: {
    at: 'https://connect.squareup.com/oauth2/authorize',
    // PKCE is its other flow, of clients without a secret, whose refresh tokens end after ninety days.
    pkce: 'undocumented',
    wants: { session: 'false' },
    scopes: { separator: ' ', known: /^[A-Z]+(?:_[A-Z]+)*_(?:READ|WRITE|IN_PERSON)$/ },
  },
  token: {
    at: 'https://connect.squareup.com/oauth2/token',
    client: 'body',
    body: 'json',
    // A time instead of a duration.
    answer: (issued) =>
      bearer(issued, {
        token_type: 'bearer',
        expires_at: new Date(issued.at + 2_592_000_000).toISOString(),
        merchant_id: 'M1',
        short_lived: false,
      }),
  },
  life: { access: 2_592_000, refresh: { rotates: 'never' } },
  failures: {
    code: failure(401, 'invalid_grant'),
    grant: failure(401, 'invalid_grant'),
    client: failure(401, 'invalid_client'),
  },
  // Whichever of the merchant's tokens it is, all of the application end.
  revoke: {
    at: 'https://connect.squareup.com/oauth2/revoke',
    client: 'header',
    scheme: 'Client',
    body: 'json',
    param: 'access_token',
    takes: ['access'],
    ends: 'account',
    done: { status: 200, body: { success: true } },
    refusal: { status: 401, body: { type: 'service.not_authorized' } },
  },
  account: {
    at: 'https://connect.squareup.com/v2/merchants/me',
    needs: 'MERCHANT_PROFILE_READ',
    answers: [account({ merchant: { id: 'M1', business_name: 'Acme' } }, 'M1', 'Acme')],
  },
  tells: { merchant_id: 'M1' },
}
