/** Okta, the organization’s own authorization server: the operator’s domain, Basic, and rotation by app. */
import type { Documented } from './kit/documented.ts'
import { account, failure, less, RFC_FAILURES, rfc7009, scoped } from './kit/rfc.ts'

const SERVER = 'https://acme.okta.com/oauth2/v1'

export const okta: Documented = {
  slugs: ['okta'],
  docs: 'https://developer.okta.com/docs/reference/api/oidc/',
  keys: true,
  config: {
    values: { domain: 'acme.okta.com' },
    also: [{ domain: 'acme.oktapreview.com' }, { domain: 'acme.okta-emea.com' }],
    never: [
      { domain: 'acme.evil.com' },
      { domain: 'okta.com' },
      { domain: 'acme.okta.com.evil.com' },
    ],
    knownBy: 'operator',
  },
  authorize: {
    at: `${SERVER}/authorize`,
    pkce: 'offered',
    scopes: {
      separator: ' ',
      known:
        /^(?:openid|profile|email|address|phone|groups|offline_access|device_sso|okta\.\w+\.(?:read|manage)(?:\.self)?)$/,
      offline: 'offline_access',
      atLeastOne: true,
    },
  },
  token: {
    at: `${SERVER}/token`,
    client: 'basic',
    body: 'form',
    clientCredentials: true,
    answer: (issued) => ({ ...scoped(issued, 3600), id_token: 'e30.e30.e30' }),
  },
  life: { access: 3600, refresh: { rotates: 'now and then', reuseEndsGrant: true, idleDays: 7 } },
  failures: {
    ...RFC_FAILURES,
    more: [['later', { status: 429, body: { errorCode: 'E0000047' } }]],
  },
  revoke: rfc7009(`${SERVER}/revoke`, 'basic', failure(401, 'invalid_client')),
  account: {
    at: `${SERVER}/userinfo`,
    needs: 'openid',
    answers: [
      account(
        { sub: '00u', email: 'ada@example.com', preferred_username: 'ada' },
        '00u',
        'ada@example.com',
      ),
      account({ sub: '00u', preferred_username: 'ada' }, '00u', 'ada'),
    ],
  },
  partial: [less(['openid', 'okta.users.read'], 'okta.users.read')],
}
