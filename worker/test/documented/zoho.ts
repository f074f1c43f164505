/** Zoho: a data centre for each customer, commas, failures with status 200, and a revocation of refresh tokens. */
import type { Documented } from './kit/documented.ts'
import { account, bearer, failure, refreshOnce } from './kit/rfc.ts'

const ACCOUNTS = 'accounts.zoho'
const WHERE = { location: 'eu', 'accounts-server': 'https://accounts.zoho.eu' }
const host = (accounts_host: string) => ({ accounts_host })

const product = (slug: string, own: string): Documented => ({
  slugs: [slug],
  docs: 'https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html',
  config: {
    values: { accounts_host: 'accounts.zoho.eu' },
    also: [
      ...['com', 'in', 'com.au', 'jp', 'sa', 'com.cn', 'uk'].map((end) =>
        host(`${ACCOUNTS}.${end}`),
      ),
      host('accounts.zohocloud.ca'),
    ],
    never: ['accounts.zoho.evil', 'accounts-zoho.eu', 'evil.accounts.zoho.eu'].map(host),
    knownBy: 'operator',
    otherwise: { accounts_host: 'accounts.zoho.com' },
  },
  authorize: {
    at: 'https://accounts.zoho.eu/oauth/v2/auth',
    pkce: 'undocumented',
    callback: () => WHERE,
    wants: { access_type: 'offline', prompt: 'consent' },
    scopes: {
      separator: ',',
      known: new RegExp(`^(?:AaaServer\\.profile\\.READ|${own})$`),
      atLeastOne: true,
    },
  },
  token: {
    at: 'https://accounts.zoho.eu/oauth/v2/token',
    client: 'body',
    body: 'form',
    answer: (issued) =>
      bearer(refreshOnce(issued), { api_domain: 'https://www.zohoapis.eu', expires_in: 3600 }),
  },
  life: { access: 3600, refresh: { rotates: 'never' } },
  failures: {
    code: failure(200, 'invalid_code'),
    grant: failure(200, 'invalid_code'),
    client: failure(200, 'invalid_client_secret'),
    more: [
      ['client', failure(200, 'invalid_client')],
      ['later', failure(200, 'Access Denied', { status: 'failure' })],
    ],
  },
  revoke: {
    at: 'https://accounts.zoho.eu/oauth/v2/token/revoke',
    client: 'nobody',
    takes: ['refresh'],
    ends: 'grant',
    done: { status: 200, body: { status: 'success' } },
    refusal: { status: 400 },
  },
  account: {
    at: 'https://accounts.zoho.eu/oauth/user/info',
    needs: 'AaaServer.profile.READ',
    scheme: 'Zoho-oauthtoken',
    answers: [account({ ZUID: 42, Email: 'ada@example.com' }, '42', 'ada@example.com')],
  },
  tells: { ...WHERE, api_domain: 'https://www.zohoapis.eu' },
})

export const zoho = [
  product('zoho', 'Zoho\\w+\\.\\w+\\.(?:ALL|READ|CREATE|UPDATE|DELETE)'),
  product('zoho-crm', 'ZohoCRM\\.(?:modules|settings|users|org)\\.(?:ALL|READ)'),
]
