/** Mailchimp: no scopes, `expires_in` 0 for never, and an account that is asked for with the scheme OAuth. */
import type { Documented } from './kit/documented.ts'
import { account, RFC_FAILURES } from './kit/rfc.ts'

const WHERE = { dc: 'us6', api_endpoint: 'https://us6.api.mailchimp.com' }
const LOGIN = { login: { email: 'ada@example.com' } }

export const mailchimp: Documented = {
  slugs: ['mailchimp'],
  docs: 'https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/',
  keys: true,
  authorize: {
    at: 'https://login.mailchimp.com/oauth2/authorize',
    pkce: 'undocumented',
    scopes: 'no parameter',
  },
  token: {
    at: 'https://login.mailchimp.com/oauth2/token',
    client: 'body',
    body: 'form',
    answer: ({ access }) => ({ access_token: access, expires_in: 0, scope: null }),
  },
  life: { refresh: 'none' },
  failures: RFC_FAILURES,
  account: {
    at: 'https://login.mailchimp.com/oauth2/metadata',
    scheme: 'OAuth',
    answers: [
      {
        ...account({ ...WHERE, user_id: 15, accountname: 'Acme', ...LOGIN }, '15', 'Acme'),
        tells: WHERE,
      },
      {
        ...account({ dc: 'us6', user_id: 15, ...LOGIN }, '15', 'ada@example.com'),
        tells: { dc: 'us6' },
      },
    ],
  },
}
