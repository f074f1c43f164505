/** LinkedIn: sixty days, and a year for partners, which a refresh does not prolong. No `token_type`. */
import type { Documented } from './kit/documented.ts'
import { account, failure, RFC_FAILURES } from './kit/rfc.ts'

export const linkedin: Documented = {
  slugs: ['linkedin'],
  docs: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens',
  authorize: {
    at: 'https://www.linkedin.com/oauth/v2/authorization',
    pkce: 'undocumented',
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|profile|email|w_member_social|(?:r|w|rw)_organization_(?:social|admin)|r_basicprofile|r_1st_connections_size|(?:r|rw)_ads|r_ads_reporting)$/,
    },
    refusals: [{ error: 'user_cancelled_authorize' }, { error: 'user_cancelled_login' }],
  },
  token: {
    at: 'https://www.linkedin.com/oauth/v2/accessToken',
    client: 'body',
    body: 'form',
    answer: ({ access, refresh, scopes }) => ({
      access_token: access,
      expires_in: 5_184_000,
      refresh_token: refresh,
      refresh_token_expires_in: 31_536_000,
      scope: scopes.join(','),
    }),
  },
  life: {
    access: 5_184_000,
    toldOfRefresh: 31_536_000,
    refresh: { rotates: 'never', absoluteDays: 365 },
  },
  failures: {
    ...RFC_FAILURES,
    means: { code: 'unclear' },
    code: failure(400, 'invalid_request', { error_description: 'authorization code not found' }),
    grant: failure(400, 'invalid_grant'),
  },
  revoke: {
    at: 'https://www.linkedin.com/oauth/v2/revoke',
    client: 'body',
    takes: ['access'],
    ends: 'token',
    done: { status: 200 },
    refusal: failure(400, 'invalid_request'),
  },
  account: {
    at: 'https://api.linkedin.com/v2/userinfo',
    needs: 'openid',
    answers: [
      account({ sub: '782', email: 'ada@example.com', name: 'Ada' }, '782', 'ada@example.com'),
      account({ sub: '782', name: 'Ada' }, '782', 'Ada'),
    ],
  },
  partial: [{ asked: ['openid', 'rw_ads'], listed: ['openid'], lacks: ['rw_ads'] }],
}
