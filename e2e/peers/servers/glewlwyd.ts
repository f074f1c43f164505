/**
 * An OAuth server in C, from Debian. One use of a refresh token; a second ends the chain. It refuses
 * with 400 and an empty body, which proves nothing to a careful client.
 */
import { execFileSync, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianVersion } from '../debian.ts'
import type { Peer, PeerSettings } from '../peer.ts'
import { untilAnswering } from '../until-answering.ts'

const SCHEMA = '/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3'
const MODULES = '/usr/lib/glewlwyd'
const PASSWORD = 'lovelace1'

export const glewlwyd: Peer = {
  name: 'glewlwyd',
  slug: 'glewlwyd',
  packages: ['glewlwyd', 'dbconfig-sqlite3', 'sqlite3'],
  scopes: ['read'],
  issuer: (origin) => `${origin}/api/oidc`,
  endpoints: (origin) => ({
    authorization: `${origin}/api/oidc/auth`,
    token: `${origin}/api/oidc/token`,
    revocation: `${origin}/api/oidc/revoke`,
  }),
  start: async (settings) => {
    const { port, directory } = settings
    const origin = `http://127.0.0.1:${port}`
    const database = join(directory, 'glewlwyd.db')
    execFileSync('sqlite3', [database, `.read ${SCHEMA}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const file = join(directory, 'glewlwyd.conf')
    await writeFile(file, configuration(port, database))
    const child = spawn('glewlwyd', ['-c', file], { stdio: 'ignore' })
    await untilAnswering(`${origin}/api/auth/`)
    await configure(`${origin}/api`, settings)
    return {
      version: debianVersion('glewlwyd'),
      consent: (authorizationUrl) => consent(`${origin}/api`, authorizationUrl, settings.client.id),
      close: async () => {
        child.kill()
      },
    }
  },
  expects: {
    connected: 'connected',
    raced: '20 → 1, 1 token',
    replayed: '400 without a code',
    afterReplay: 'provider_unavailable',
    reconnected: 'connected',
    revoked: '200',
    afterRevocation: '400 without a code',
    end: 'not_installed',
  },
}

const configuration = (port: number, database: string): string => `
port=${port}
bind_address="127.0.0.1"
external_url="http://127.0.0.1:${port}"
api_prefix="api"
log_mode="console"
log_level="ERROR"
session_key="SESSION"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="${MODULES}/user"
client_module_path="${MODULES}/client"
user_auth_scheme_module_path="${MODULES}/scheme"
plugin_module_path="${MODULES}/plugin"
hash_algorithm="SHA512"
database = { type = "sqlite3" path = "${database}" };
`

/** @returns the session's cookie */
async function signIn(api: string, username: string, password: string): Promise<string> {
  const answer = await post(api, '/auth/', { username, password })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function configure(api: string, { client, redirectUri }: PeerSettings): Promise<void> {
  const cookie = await signIn(api, 'admin', 'password')
  await post(
    api,
    '/scope/',
    { name: 'read', display_name: 'Read', password_required: false },
    cookie,
  )
  await post(
    api,
    '/user/',
    {
      username: 'ada',
      name: 'Ada',
      password: PASSWORD,
      enabled: true,
      scope: ['read', 'g_profile'],
    },
    cookie,
  )
  await post(
    api,
    '/client/',
    {
      client_id: client.id,
      client_secret: client.secret,
      password: client.secret,
      name: 'Pipes',
      confidential: true,
      enabled: true,
      redirect_uri: [redirectUri],
      authorization_type: ['code', 'refresh_token'],
      token_endpoint_auth_method: ['client_secret_post'],
      scope: ['read'],
    },
    cookie,
  )
  const flows = ['token', 'id-token', 'implicit', 'password', 'client', 'none', 'device']
  await post(
    api,
    '/mod/plugin/',
    {
      module: 'oidc',
      name: 'oidc',
      display_name: 'OIDC',
      enabled: true,
      parameters: {
        iss: `${api}/oidc`,
        'jwt-type': 'sha',
        'jwt-key-size': '256',
        key: 'only-for-tests-only-for-tests-only',
        'access-token-duration': 3600,
        'refresh-token-duration': 86_400,
        'code-duration': 600,
        'refresh-token-rolling': true,
        'refresh-token-one-use': 'always',
        'allow-non-oidc': true,
        'auth-type-code-enabled': true,
        'auth-type-refresh-enabled': true,
        ...Object.fromEntries(flows.map((flow) => [`auth-type-${flow}-enabled`, false])),
        'pkce-allowed': true,
        'introspection-revocation-allowed': true,
        'introspection-revocation-allow-target-client': true,
        'introspection-revocation-auth-scope': ['g_admin'],
        'oauth-as-iss-id': true,
        'client-secret-parameter': 'client_secret',
      },
    },
    cookie,
  )
}

/** Its login page is a program for a browser; this is what it does. */
async function consent(api: string, authorizationUrl: string, clientId: string): Promise<string> {
  const cookie = await signIn(api, 'ada', PASSWORD)
  const granted = await fetch(`${api}/auth/grant/${clientId}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: 'read' }),
  })
  if (!granted.ok) throw new Error(`the grant answered ${granted.status}`)
  const answer = await fetch(`${authorizationUrl}&g_continue`, {
    headers: { cookie },
    redirect: 'manual',
  })
  return answer.headers.get('location') ?? ''
}

async function post(api: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  const answer = await fetch(`${api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
