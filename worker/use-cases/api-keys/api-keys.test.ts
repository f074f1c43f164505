/** API keys by API: narrow, expiring, revocable, counted; and the environments they belong to. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { SCOPES } from '../../contract/api-key.ts'
import { KEY_SCOPES } from '../../domain/key-scope.ts'
import { minutes, seconds } from '../../kit/clock.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError, sendRaw } from '../../test/http-laws.ts'
import { operatorPass } from '../../test/operator.ts'
import { expectJson } from '../../test/wire.ts'

type Made = {
  readonly id: string
  readonly key: string
  readonly scopes: readonly string[] | null
  readonly created_at: string
  readonly expires_at: string | null
  readonly revoked_at: string | null
  readonly last_used_on: string | null
}

afterEach(() => vi.useRealTimers())

const make = async (h: Harness, body: Record<string, unknown> = {}): Promise<Made> =>
  expectJson<Made>(await h.api('POST', '/api_keys', { name: 'Reporting', ...body }), 201)

const list = async (h: Harness): Promise<readonly Made[]> =>
  (await expectJson<{ data: readonly Made[] }>(await h.api('GET', '/api_keys'), 200)).data

const as = (key: string, path: string, init: RequestInit = {}): Promise<Response> =>
  sendRaw(path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } })

const json = (method: string, body: unknown): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

test('the wire and the rules know the same scopes', () => {
  expect([...SCOPES]).toEqual([...KEY_SCOPES])
})

test('a key is shown once, does what it may, and its secret is kept nowhere', async () => {
  const h = await seedEnvironment()
  const made = await make(h, { scopes: ['config:read'] })
  expect(made).toMatchObject({ scopes: ['config:read'], expires_at: null, revoked_at: null })
  expect(made.key).toMatch(/^sk_test_/)

  expect((await as(made.key, '/data-integrations')).status).toBe(200)
  const refused = await as(made.key, '/widgets/token', json('POST', { user_id: 'u' }))
  expect((await expectError(refused, 403)).code).toBe('key_scope_missing')

  const listed = await h.api('GET', '/api_keys')
  expect(await listed.clone().text()).not.toContain(made.key)
  const row = await env.DB.prepare('SELECT * FROM api_keys WHERE id = ?').bind(made.id).first()
  expect(JSON.stringify(row)).not.toContain(made.key.split('_')[3])
})

test('a key of a production environment is a live one', async () => {
  const h = await seedEnvironment({ kind: 'production' })
  expect((await make(h)).key).toMatch(/^sk_live_/)
})

test('nobody gives away more than they have', async () => {
  const h = await seedEnvironment()
  const manager = await make(h, { scopes: ['keys:manage', 'connections:write'] })
  for (const scopes of [null, ['tokens:read'], ['keys:manage', 'config:read']]) {
    const answer = await as(
      manager.key,
      '/api_keys',
      json('POST', { name: 'more', ...(scopes === null ? {} : { scopes }) }),
    )
    expect((await expectError(answer, 422)).code).toBe('api_key_scope_too_wide')
  }
  // Who may write connections may read them, and so may give that away.
  const narrower = json('POST', { name: 'less', scopes: ['connections:read'] })
  expect((await as(manager.key, '/api_keys', narrower)).status).toBe(201)
})

test('a key ends at its time, also where an isolate remembers it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-01-01T00:00:00Z') })
  const h = await seedEnvironment()
  const made = await make(h, { expires_at: '2027-01-01T00:00:20Z' })
  expect((await as(made.key, '/data-integrations')).status).toBe(200)
  vi.setSystemTime(Date.parse('2027-01-01T00:00:20Z'))
  expect((await as(made.key, '/data-integrations')).status).toBe(401)

  const past = await h.api('POST', '/api_keys', {
    name: 'late',
    expires_at: '2027-01-01T00:00:20Z',
  })
  expect((await expectError(past, 422)).code).toBe('api_key_expiry_past')
})

test('a revoked key opens nothing after thirty seconds, vending included', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const made = await make(h)
  const vend = () =>
    as(
      made.key,
      `/data-integrations/${provider.slug}/token`,
      json('POST', { user_id: account.userId }),
    )
  expect((await vend()).status).toBe(200)

  const revoked = await expectJson<Made>(await h.api('DELETE', `/api_keys/${made.id}`), 200)
  expect(revoked.revoked_at).not.toBeNull()
  vi.setSystemTime(Date.now() + seconds(31))
  expect((await vend()).status).toBe(401)
  expect((await as(made.key, '/data-integrations')).status).toBe(401)

  // A second revocation changes nothing.
  vi.setSystemTime(Date.now() + minutes(5))
  const again = await expectJson<Made>(await h.api('DELETE', `/api_keys/${made.id}`), 200)
  expect(again.revoked_at).toBe(revoked.revoked_at)
})

test('a key is revoked in its own environment only', async () => {
  const [mine, theirs] = [await seedEnvironment(), await seedEnvironment()]
  const made = await make(theirs)
  expect((await expectError(await mine.api('DELETE', `/api_keys/${made.id}`), 404)).code).toBe(
    'api_key_not_found',
  )
  expect((await list(mine)).map(({ id }) => id)).not.toContain(made.id)
  expect((await as(made.key, '/data-integrations')).status).toBe(200)
})

test('the day of a key’s last use is noted, and only that', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-02-03T23:59:59Z') })
  const h = await seedEnvironment()
  const made = await make(h)
  const usedOn = async () => (await list(h)).find(({ id }) => id === made.id)?.last_used_on
  expect(await usedOn()).toBeNull()
  await as(made.key, '/data-integrations')
  await vi.waitFor(async () => expect(await usedOn()).toBe('2027-02-03'))
  vi.setSystemTime(Date.parse('2027-02-04T00:00:01Z'))
  await as(made.key, '/data-integrations')
  await vi.waitFor(async () => expect(await usedOn()).toBe('2027-02-04'))
})

test('a hundred living keys are enough; a revoked one makes room', async () => {
  const h = await seedEnvironment()
  const made = await make(h)
  const insert = env.DB.prepare(
    `INSERT INTO api_keys (id, environment_id, name, mac, created_at) VALUES (?, ?, 'x', ?, 0)`,
  )
  await env.DB.batch(
    Array.from({ length: 98 }, (_, index) =>
      insert.bind(`key_${h.environment.id}_${index}`, h.environment.id, '0'.repeat(64)),
    ),
  )
  const full = await h.api('POST', '/api_keys', { name: 'one more' })
  expect((await expectError(full, 409)).code).toBe('too_many_api_keys')
  await h.api('DELETE', `/api_keys/${made.id}`)
  await make(h)
})

test('a key that asks too often is told when to come back, and no other key is', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  h.restartIsolate({ RATE_LIMIT: '3/10' })
  const other = await make(h)
  const body = { user_id: account.userId }
  const vend = () => h.api('POST', `/data-integrations/${provider.slug}/token`, body)
  expect((await vend()).status).toBe(200)
  expect((await h.api('GET', '/data-integrations')).status).toBe(200)

  for (const refused of [await vend(), await h.api('GET', '/data-integrations')]) {
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(refused.headers.get('ratelimit-policy')).toBe('"key";q=3;w=10')
    expect((await expectError(refused, 429)).code).toBe('rate_limited')
  }
  expect((await as(other.key, '/data-integrations')).status).toBe(200)

  vi.setSystemTime(Date.now() + seconds(10))
  expect((await vend()).status).toBe(200)
})

test('a key that is none uses up nobody’s limit', async () => {
  const h = await seedEnvironment()
  h.restartIsolate({ RATE_LIMIT: '1/60' })
  const forged = h.environment.apiKey.replace(/.{8}$/, 'AAAAAAAA')
  const answer = await h.api('GET', '/data-integrations', undefined, {
    headers: { authorization: `Bearer ${forged}` },
  })
  expect(answer.status).toBe(401)
  expect((await h.api('GET', '/data-integrations')).status).toBe(200)
})

test('an operator makes an environment, its first key and its addresses', async () => {
  const pass = { authorization: `Bearer ${await operatorPass()}` }
  const operate = (method: string, path: string, body?: unknown) =>
    sendRaw(path, {
      method,
      headers: { ...pass, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const environment = await expectJson<{ id: string; allowed_origins: string[] }>(
    await operate('POST', '/environments', {
      name: 'Staging',
      kind: 'sandbox',
      allowed_origins: ['https://app.example.com'],
    }),
    201,
  )
  expect(environment.allowed_origins).toEqual(['https://app.example.com'])
  const made = await expectJson<Made>(
    await operate('POST', `/environments/${environment.id}/api_keys`, { name: 'First' }),
    201,
  )
  expect((await as(made.key, '/data-integrations')).status).toBe(200)

  const changed = await operate('PUT', `/environments/${environment.id}`, {
    return_urls: ['https://app.example.com/settings'],
  })
  expect(await changed.json()).toMatchObject({
    name: 'Staging',
    allowed_origins: ['https://app.example.com'],
    return_urls: ['https://app.example.com/settings'],
  })
  const listed = await operate('GET', '/environments')
  expect(await listed.text()).toContain(environment.id)

  for (const [body, code] of [
    [{ allowed_origins: ['https://app.example.com/'] }, 'origin_not_exact'],
    [{ allowed_origins: ['https://*.example.com'] }, 'origin_not_exact'],
    [{ allowed_origins: ['http://app.example.com'] }, 'origin_not_exact'],
    [{ return_urls: ['https://app.example.com/a?b'] }, 'return_url_not_exact'],
    [{ return_urls: ['javascript:alert(1)'] }, 'return_url_not_exact'],
  ] as const) {
    const refused = await operate('PUT', `/environments/${environment.id}`, body)
    expect((await expectError(refused, 422)).code).toBe(code)
  }
  const missing = await operate('PUT', '/environments/environment_0', { name: 'x' })
  expect((await expectError(missing, 404)).code).toBe('environment_not_found')
})

test('environments are not an API key’s business, and not a page’s', async () => {
  const h = await seedEnvironment()
  for (const [method, path] of [
    ['GET', '/environments'],
    ['POST', '/environments'],
    ['GET', `/environments/${h.environment.id}`],
    ['PUT', `/environments/${h.environment.id}`],
    ['POST', `/environments/${h.environment.id}/api_keys`],
  ] as const) {
    expect((await expectError(await h.api(method, path), 401)).code).toBe('operator_pass_invalid')
    const headers = { authorization: `Bearer ${await operatorPass()}`, origin: 'https://a.example' }
    expect((await expectError(await sendRaw(path, { method, headers }), 403)).code).toBe(
      'operator_pass_in_browser',
    )
  }
})
