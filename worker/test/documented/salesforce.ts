/** Salesforce: no lifetime in the answer, and the host of the API in it. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, each, failure, less, refreshOnce, rfc7009 } from './kit/rfc.ts'

const no = (code: string) => failure(400, code)
const SERVER = 'https://acme.my.salesforce.com/services/oauth2'

export const salesforce: Documented = {
  slugs: ['salesforce'],
  docs: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm',
  config: {
    values: { mydomain: 'acme.my' },
    also: [{ mydomain: 'test' }, { mydomain: 'acme--dev.sandbox.my' }, { mydomain: 'login' }],
    never: [{ mydomain: 'evil.com/' }, { mydomain: 'acme' }, { mydomain: 'acme.evil.my' }],
    knownBy: 'person',
    otherwise: { mydomain: 'login' },
  },
  authorize: {
    at: `${SERVER}/authorize`,
    pkce: 'offered',
    adminRefusals: [{ error: 'OAUTH_APP_BLOCKED' }, { error: 'OAUTH_APP_ACCESS_DENIED' }],
    scopes: {
      separator: ' ',
      known:
        /^(?:api|web|full|id|openid|profile|email|address|phone|refresh_token|offline_access|chatter_api|custom_permissions|visualforce|lightning|content|wave_api|eclair_api|pardot_api|cdp_\w+)$/,
      offline: 'refresh_token',
    },
  },
  token: {
    at: `${SERVER}/token`,
    client: 'body',
    body: 'form',
    clientCredentials: true,
    answer: (issued) =>
      bearer(refreshOnce(issued), {
        signature: 'c2ln',
        scope: issued.scopes.join(' '),
        id_token: 'e30.e30.e30',
        instance_url: 'https://acme.my.salesforce.com',
        id: 'https://login.salesforce.com/id/00D/005',
        issued_at: '1700000000000',
      }),
  },
  // The session's length is set in the organization; two hours unless it is.
  life: { access: 7200, refresh: { rotates: 'never' } },
  failures: {
    code: failure(400, 'invalid_grant', { error_description: 'expired authorization code' }),
    grant: failure(400, 'invalid_grant', { error_description: 'expired access/refresh token' }),
    client: failure(400, 'invalid_client', { error_description: 'invalid client credentials' }),
    more: [
      ...each('client', no, 'invalid_client_id', 'invalid_client_credentials'),
      ...each('over', no, 'inactive_user', 'inactive_org'),
      ...each('later', no, 'rate_limit_exceeded'),
    ],
  },
  revoke: rfc7009(`${SERVER}/revoke`, 'nobody', no('unsupported_token_type')),
  account: {
    at: `${SERVER}/userinfo`,
    needs: 'openid',
    answers: [
      account(
        { user_id: '005', preferred_username: 'ada@acme', email: 'ada@example.com' },
        '005',
        'ada@acme',
      ),
      account({ user_id: '005', email: 'ada@example.com' }, '005', 'ada@example.com'),
    ],
  },
  tells: { instance_url: 'https://acme.my.salesforce.com' },
  partial: [less(['api', 'refresh_token'], 'api')],
}
