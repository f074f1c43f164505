/** Snowflake: one account’s own client; ten minutes, and ninety days that end whatever is done. */
import type { Documented } from './kit/documented.ts'
import { failure, refreshOnce, scoped } from './kit/rfc.ts'

export const snowflake: Documented = {
  slugs: ['snowflake'],
  docs: 'https://docs.snowflake.com/en/user-guide/oauth-custom',
  config: {
    values: { account: 'acme-prod' },
    also: [{ account: 'xy12345.eu-central-1' }, { account: 'xy12345.us-east-2.aws' }],
    never: [{ account: 'acme/x' }, { account: 'acme_prod' }, { account: 'a.b.c.d' }],
    knownBy: 'operator',
  },
  authorize: {
    at: 'https://acme-prod.snowflakecomputing.com/oauth/authorize',
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known: /^(?:refresh_token|session:role:[\w$-]+)$/,
      offline: 'refresh_token',
      silent: ['refresh_token'],
      listed: (granted) => granted.filter((one) => one !== 'refresh_token'),
    },
  },
  token: {
    at: 'https://acme-prod.snowflakecomputing.com/oauth/token-request',
    client: 'basic',
    body: 'form',
    answer: (issued) => ({
      ...scoped(refreshOnce(issued), 600),
      username: 'ada',
      idp_initiated: false,
    }),
  },
  life: { access: 600, refresh: { rotates: 'never', absoluteDays: 90 } },
  failures: {
    code: failure(400, 'invalid_grant'),
    grant: failure(400, 'invalid_grant'),
    client: failure(400, 'invalid_client', { success: false }),
  },
  tells: { username: 'ada' },
}
