/** Connections by a client of one's own, and addresses of one's own: contract 2.3, 2.4, §5.11 to §5.13. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../kit/ids.ts'
import { createDeps } from '../../runtime/create-deps.ts'
import { rowsOf } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError } from '../../test/http-laws.ts'
import { outsideOrigin, registerClient, type OutsideClient } from '../../test/outside.ts'
import { credentialsOf, expectJson } from '../../test/wire.ts'
import { sweepRevocations } from '../tokens/queued-revocations.ts'

afterEach(() => {
  vi.useRealTimers()
})

const me = { user_id: 'user_1' }

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
  const { credential } = await credentialsOf(h, 'machine')
  expect(credential).toMatchObject({
    auth_method: 'client_credentials',
    missing_scopes: [],
    metadata: {},
  })
  expect(await client.count('client_credentials')).toBe(1)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 })
  const all = await Promise.all(Array.from({ length: 20 }, () => credentialsOf(h, 'machine')))
  const values = new Set(all.map((one) => one['credential']?.['value']))
  expect(values.size).toBe(1)
  expect(values.has(credential?.['value'])).toBe(false)
  expect(await client.count('client_credentials')).toBe(2)

  const next = await ownClient()
  const replaced = await expectJson(await byClient(h, next), 200)
  expect(replaced).toMatchObject({ id: made.id, client_id: next.clientId })
  // What renews itself is one token, and is given back once.
  await expect
    .poll(() => rowsOf('SELECT outcome FROM revocations WHERE account_id = ?', made.id))
    .toEqual([{ outcome: 'revoked' }])
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

test('a client that is added again and again with one Idempotency-Key is one connection, and keeps its client', async () => {
  const h = await withClients()
  const client = await ownClient({ access: 60 })
  const body = {
    ...me,
    client_id: client.clientId,
    client_secret: client.secret,
    connection_intent: 'add',
  }
  const headers = { 'idempotency-key': 'once-2' }
  const path = '/data-integrations/machine/client-credentials'
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => h.api('POST', path, body, { headers })),
  )
  const made = await Promise.all(answers.map((one) => expectJson<{ id: string }>(one, 201)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  await sweepRevocations(createDeps(env, createExecutionContext()))
  expect(await credentialsOf(h, 'machine')).toMatchObject({ active: true })
  const rows = await rowsOf(
    'SELECT id FROM client_versions WHERE environment_id = ?',
    h.environment.id,
  )
  expect(rows).toHaveLength(1)
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
  expect(await credentialsOf(h, 'machine')).toEqual({
    active: false,
    error: 'needs_reauthorization',
  })
  expect(await credentialsOf(h, 'machine', { user_id: 'user_2' })).toMatchObject({ active: true })
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
  const { credential } = await credentialsOf(h, 'machine')
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
