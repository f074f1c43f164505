/** Connections by an API key and by a client of one's own: contract 2.3, 2.4, §5.11 to §5.13. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../kit/ids.ts'
import { createDeps } from '../../runtime/create-deps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { outsideOrigin, registerClient, type OutsideClient } from '../../test/outside.ts'
import { expectJson } from '../../test/wire.ts'
import { sweepRevocations } from '../tokens/queued-revocations.ts'

afterEach(() => {
  vi.useRealTimers()
})

const KEY = 'canary-key-of-a-tenant-0001'
const me = { user_id: 'user_1' }

const withKeys = async (more: Record<string, unknown> = {}) => {
  const h = await seedEnvironment()
  const made = await h.api('POST', '/data-integrations', {
    provider: 'keyed',
    enabled: true,
    auth_methods: ['api_key'],
    custom_provider: { name: 'Keyed' },
    ...more,
  })
  return { h, made }
}

/** A client of a tenant's own, known to the provider outside. */
const withClients = async (provider: Record<string, unknown> = {}) => {
  const h = await seedEnvironment()
  await expectJson(
    await h.api('POST', '/data-integrations', {
      provider: 'machine',
      enabled: true,
      auth_methods: ['client_credentials'],
      custom_provider: {
        name: 'Machine',
        token_url: `${outsideOrigin()}/token`,
        revocation_url: `${outsideOrigin()}/token/revocation`,
        ...provider,
      },
    }),
    201,
  )
  return h
}

const ownClient = async (ttl?: { access: number }): Promise<OutsideClient & { secret: string }> => {
  const clientId = newId('outside', Date.now())
  const secret = `canary-secret-of-${clientId}`
  const redirectUri = 'http://127.0.0.1/none'
  const made = await registerClient({ clientId, clientSecret: secret, redirectUri, ttl })
  return { ...made, secret }
}

const byClient = (
  h: Harness,
  { clientId, secret }: { clientId: string; secret: string },
  more = {},
) =>
  h.api('PUT', '/data-integrations/machine/client-credentials', {
    ...me,
    client_id: clientId,
    client_secret: secret,
    ...more,
  })

const credentials = async (h: Harness, slug: string, body: Record<string, unknown> = me) =>
  expectJson<Record<string, Record<string, unknown>>>(
    await h.api('POST', `/data-integrations/${slug}/credentials`, body),
    200,
  )

test('an API key is connected, vended, replaced, and taken away', async () => {
  const { h, made } = await withKeys()
  expect(await expectJson(made, 201)).toMatchObject({
    auth_methods: ['api_key'],
    credentials: null,
    redirect_uri: '',
  })
  expect(await credentials(h, 'keyed')).toEqual({ active: false, error: 'not_installed' })
  const path = '/data-integrations/keyed/api-key'
  const first = await expectJson<{ id: string }>(
    await h.api('PUT', path, { ...me, secret: KEY }),
    200,
  )
  expect(first).toMatchObject({
    auth_method: 'api_key',
    api_key_last_4: '0001',
    state: 'connected',
    scopes: [],
    user_id: 'user_1',
  })
  expect(await credentials(h, 'keyed')).toEqual({
    active: true,
    credential: { object: 'credential', auth_method: 'api_key', value: KEY, config: {} },
  })
  const again = await h.api('PUT', path, { ...me, secret: ` ${KEY.replace('0001', '0002')} ` })
  expect(await expectJson(again, 200)).toMatchObject({ id: first.id, api_key_last_4: '0002' })
  expect(JSON.stringify(await credentials(h, 'keyed'))).toContain('tenant-0002')
  // Of the key before nothing is left.
  const versions = await rowsOf<{ grant_id: string }>(
    'SELECT grant_id FROM credential_versions WHERE account_id = ?',
    first.id,
  )
  expect(versions).toHaveLength(1)

  const account = '/user_management/users/user_1/connected_accounts/keyed'
  expect((await h.api('DELETE', account)).status).toBe(204)
  expect(await credentials(h, 'keyed')).toEqual({ active: false, error: 'not_installed' })
  expect(
    await rowsOf(
      'SELECT outcome, sealed_access FROM revocations WHERE account_id = ? AND cause = ?',
      first.id,
      'disconnected',
    ),
  ).toEqual([{ outcome: 'not_supported', sealed_access: null }])
  expect(await rowsOf('SELECT 1 FROM credential_versions WHERE account_id = ?', first.id)).toEqual(
    [],
  )
})

test('what the backend says of a key that its provider refused: its user is asked for another one', async () => {
  const { h } = await withKeys()
  await h.api('PUT', '/data-integrations/keyed/api-key', { ...me, secret: KEY })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(KEY))
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const said = await h.api('POST', '/data-integrations/keyed/token/rejected', {
    ...me,
    access_token_sha256: hex,
  })
  expect(await expectJson(said, 200)).toEqual({ active: false, error: 'needs_reauthorization' })
  const other = { ...me, secret: 'canary-another-key', connection_intent: 'reauthorize' }
  await expectJson(await h.api('PUT', '/data-integrations/keyed/api-key', other), 200)
  expect(JSON.stringify(await credentials(h, 'keyed'))).toContain('canary-another-key')
})

test('an organization’s key is its own, and no user’s', async () => {
  const { h } = await withKeys({ ownership: 'organization' })
  const owner = { user_id: 'user_1', organization_id: 'org_1', connection_owner: 'organization' }
  const put = await h.api('PUT', '/data-integrations/keyed/api-key', { ...owner, secret: KEY })
  expect(await expectJson(put, 200)).toMatchObject({ user_id: null, organization_id: 'org_1' })
  expect(JSON.stringify(await credentials(h, 'keyed', { ...owner, user_id: 'user_2' }))).toContain(
    KEY,
  )
  const other = { ...owner, organization_id: 'org_2' }
  expect(await credentials(h, 'keyed', other)).toEqual({ active: false, error: 'not_installed' })
})

test('an integration may bring the key of its first tenant, before it is switched on', async () => {
  const first = { secret: KEY, user_id: 'user_9' }
  const { h, made } = await withKeys({ enabled: false, api_key: first })
  expect(await expectJson(made, 201)).toMatchObject({
    enabled: false,
    installation: { user_id: 'user_9', organization_id: null, api_key_last_4: '0001' },
  })
  const put = await h.api('PUT', '/data-integrations/keyed', {
    enabled: true,
    api_key: { ...first, secret: 'canary-second-key-0003' },
  })
  expect(await expectJson(put, 200)).toMatchObject({ installation: { api_key_last_4: '0003' } })
  const vended = await credentials(h, 'keyed', { user_id: 'user_9' })
  expect(vended['credential']?.['value']).toBe('canary-second-key-0003')
})

test('each way to connect refuses the others, and says where to go', async () => {
  const { h } = await withKeys()
  await h.api('PUT', '/data-integrations/keyed/api-key', { ...me, secret: KEY })
  const token = await h.api('POST', '/data-integrations/keyed/token', me)
  const refused = await expectError(token, 422)
  expect(refused.code).toBe('auth_method_mismatch')
  expect(refused.message).toContain('POST /data-integrations/keyed/credentials')
  for (const [method, path, body] of [
    ['POST', '/data-integrations/keyed/authorize', me],
    ['POST', '/user_management/users/user_2/connected_accounts/keyed', { access_token: 'a-token' }],
    ['PUT', '/user_management/users/user_1/connected_accounts/keyed', { access_token: 'a-token' }],
    [
      'PUT',
      '/data-integrations/keyed/client-credentials',
      { ...me, client_id: 'a', client_secret: 'b' },
    ],
  ] as const) {
    const { code } = await expectError(await h.api(method, path, body), 422)
    expect([path, code]).toEqual([path, 'auth_method_mismatch'])
  }
  const provider = await h.createProvider()
  await h.connectedAccount(provider)
  const path = `/data-integrations/${provider.slug}/api-key`
  expect((await expectError(await h.api('PUT', path, { ...me, secret: KEY }), 422)).code).toBe(
    'auth_method_mismatch',
  )
})

test.for([
  [
    { credentials: { type: 'custom', client_id: 'a', client_secret: 'b' } },
    'credentials_not_applicable',
  ],
  [{ auth_methods: ['client_credentials'] }, 'provider_url_required'],
  [{ auth_methods: ['oauth'] }, 'provider_url_required'],
  [{ auth_methods: [] }, 'invalid_request'],
  [{ auth_methods: ['password'] }, 'invalid_request'],
  [{ provider: 'gmail', custom_provider: undefined }, 'auth_method_not_offered'],
  [{ config: { subdomain: 'acme' } }, 'config_invalid'],
  [{ auth_methods: undefined, api_key: { secret: KEY, user_id: 'u' } }, 'api_key_not_applicable'],
  [{ api_key: { secret: 'abcd', user_id: 'u' } }, 'invalid_request'],
] as const)('an integration with %j is not made: %s', async ([more, code]) => {
  const { h, made } = await withKeys(more)
  expect((await expectError(made, 422)).code).toBe(code)
  const list = await expectJson<{ data: unknown[] }>(await h.api('GET', '/data-integrations'), 200)
  expect(list.data).toEqual([])
})

test('a client of one’s own is tried, kept, refreshed, and replaced', async () => {
  const h = await withClients()
  const client = await ownClient({ access: 60 })
  const made = await expectJson<{ id: string }>(await byClient(h, client), 200)
  expect(made).toMatchObject({
    auth_method: 'client_credentials',
    client_id: client.clientId,
    client_secret_last_4: client.secret.slice(-4),
    state: 'connected',
  })
  const { credential } = await credentials(h, 'machine')
  expect(credential).toMatchObject({
    auth_method: 'client_credentials',
    missing_scopes: [],
    metadata: {},
  })
  expect(await client.count('client_credentials')).toBe(1)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
  const all = await Promise.all(Array.from({ length: 20 }, () => credentials(h, 'machine')))
  const values = new Set(all.map((one) => one['credential']?.['value']))
  expect(values.size).toBe(1)
  expect(values.has(credential?.['value'])).toBe(false)
  expect(await client.count('client_credentials')).toBe(2)

  const next = await ownClient()
  const replaced = await expectJson(await byClient(h, next), 200)
  expect(replaced).toMatchObject({ id: made.id, client_id: next.clientId })
  // What renews itself is one token, and is given back once.
  await vi.waitFor(async () =>
    expect(await rowsOf('SELECT outcome FROM revocations WHERE account_id = ?', made.id)).toEqual([
      { outcome: 'revoked' },
    ]),
  )
  expect((await client.seen()).revocations).toHaveLength(1)
  // The client before is forgotten once nothing is to be given back with it.
  vi.setSystemTime(Date.now() + 3_600_000)
  await sweepRevocations(createDeps(env, createExecutionContext()))
  const clients = await rowsOf<{ client_id: string }>(
    'SELECT client_id FROM client_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(clients.map(({ client_id }) => client_id)).toEqual([next.clientId])
})

test('a client that the provider does not know leaves nothing behind', async () => {
  const h = await withClients()
  const client = await ownClient()
  const wrong = await byClient(h, { ...client, secret: 'canary-wrong-secret' })
  const refused = await expectError(wrong, 422)
  expect(refused.code).toBe('client_credentials_refused')
  expect(refused.message).toContain('invalid_client')
  expect(refused.message).not.toContain('canary')
  await client.faults('client_credentials', { kind: 'status', status: 503 })
  const down = await byClient(h, client)
  expect(down.headers.get('retry-after')).toMatch(/^\d+$/)
  expect((await expectError(down, 503)).code).toBe('provider_unavailable')
  for (const table of ['client_versions', 'connected_accounts']) {
    const rows = await rowsOf(`SELECT 1 FROM ${table} WHERE environment_id = ?`, h.environment.id)
    expect([table, rows.length]).toEqual([table, 0])
  }
})

test('a client that is refused later needs its own user, and holds no other one back', async () => {
  const h = await withClients()
  const [one, other] = [await ownClient({ access: 60 }), await ownClient({ access: 60 })]
  await expectJson(await byClient(h, one), 200)
  await expectJson(await byClient(h, other, { user_id: 'user_2' }), 200)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
  await one.faults('client_credentials', {
    kind: 'status',
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: '{"error":"invalid_client"}',
  })
  expect(await credentials(h, 'machine')).toEqual({ active: false, error: 'needs_reauthorization' })
  expect(await credentials(h, 'machine', { user_id: 'user_2' })).toMatchObject({ active: true })
  const view = await expectJson<{ troubles: unknown[] }>(
    await h.api('GET', '/data-integrations/machine'),
    200,
  )
  expect(view.troubles).toEqual([])
})

const FIELDS = [
  {
    key: 'tenant',
    label: 'Tenant',
    scope: 'installation',
    pattern: '[a-z]+',
    example: 'acme',
  },
]

test('a connection says whose address it is; it is vended with it, and refreshed there', async () => {
  const h = await withClients({
    token_url: `${outsideOrigin()}/{tenant}`,
    revocation_url: `${outsideOrigin()}/token/revocation`,
    config_fields: FIELDS,
  })
  const client = await ownClient({ access: 60 })
  const missing = await expectError(await byClient(h, client), 422)
  expect([missing.code, missing.errors?.[0]?.field]).toEqual(['config_invalid', 'config.tenant'])
  for (const tenant of ['..', 'a/b', 'token?x=', 'TOKEN', '']) {
    expect((await byClient(h, client, { config: { tenant } })).status).toBe(422)
  }
  expect(await client.count('client_credentials')).toBe(0)

  await expectJson(await byClient(h, client, { config: { tenant: 'token' } }), 200)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
  const { credential } = await credentials(h, 'machine')
  expect(credential).toMatchObject({ config: { tenant: 'token' } })
  expect(await client.count('client_credentials')).toBe(2)
  // The config that is there stays, unless another one is sent.
  expect(await expectJson(await byClient(h, client), 200)).toMatchObject({
    config: { tenant: 'token' },
  })
})

test('OAuth with a field: asked at authorize, in every request to the provider, and unasked once it is pinned', async () => {
  const h = await seedEnvironment()
  const origin = outsideOrigin()
  const provider = await h.createProvider({
    customProvider: {
      authorization_url: `${origin}/{tenant}`,
      token_url: `${origin}/token`,
      config_fields: [{ ...FIELDS[0], pattern: '[a-z]+' }],
    },
  })
  const start = (config?: Record<string, string>) =>
    h.api('POST', `/data-integrations/${provider.slug}/authorize`, { ...me, config })
  expect((await expectError(await start(), 422)).code).toBe('config_invalid')
  expect((await expectError(await start({ tenant: 'a/b' }), 422)).code).toBe('config_invalid')
  expect((await expectError(await start({ other: 'a' }), 422)).errors?.[0]?.field).toBe(
    'config.other',
  )
  await expectJson(await start({ tenant: 'auth' }), 200)

  const walked = await h.connectThrough(provider, { config: { tenant: 'auth' } })
  await expectJson(walked.completed, 200)
  const path = `/user_management/users/user_1/connected_accounts/${provider.slug}`
  const account = await expectJson(await h.api('GET', path), 200)
  expect(account).toMatchObject({ config: { tenant: 'auth' }, state: 'connected' })

  const pin = await h.api('PUT', `/data-integrations/${provider.slug}`, {
    config: { tenant: 'auth' },
  })
  expect(await expectJson(pin, 200)).toMatchObject({ config: { tenant: 'auth' } })
  expect((await expectError(await start({ tenant: 'auth' }), 422)).message).toContain('already')
  await expectJson(await start(), 200)
})
