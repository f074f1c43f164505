/** API keys by API: narrow, expiring, revocable, counted. */
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { minutes, seconds } from '../../kit/clock.ts'
import { countD1, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError, sendRaw } from '../../test/http-laws.ts'
import { badKeys } from '../../test/keys.ts'
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
  await expect.poll(usedOn).toBe('2027-02-03')
  vi.setSystemTime(Date.parse('2027-02-04T00:00:01Z'))
  await as(made.key, '/data-integrations')
  await expect.poll(usedOn).toBe('2027-02-04')
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

test('a key that is none uses up nobody’s limit, whatever is wrong with it', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const bad = await badKeys(h.environment.id, h.environment.apiKey)
  h.restartIsolate({ RATE_LIMIT: '1/60' })
  const vend = (headers: Record<string, string> = {}) =>
    h.api(
      'POST',
      `/data-integrations/${provider.slug}/token`,
      { user_id: account.userId },
      { headers },
    )
  for (const headers of [bad.get('a wrong secret of a known id'), bad.get('an expired key')]) {
    if (headers === undefined) throw new Error('no such bad key')
    expect((await vend(headers)).status).toBe(401)
    expect((await h.api('GET', '/data-integrations', undefined, { headers })).status).toBe(401)
  }
  expect((await vend()).status).toBe(200)
  expect((await vend()).status).toBe(429)
})

test('a key’s end is a time or nothing: no other text makes a key without one', async () => {
  const h = await seedEnvironment()
  for (const expires_at of [
    '2099-01-31T12:00:00+23',
    '2099-01-31T12:00Z',
    '2099-13-01T00:00:00Z',
    '2099-01-31T23:59:60Z',
    'tomorrow',
    '',
    4102444800000,
  ]) {
    const answer = await h.api('POST', '/api_keys', { name: 'x', expires_at })
    expect((await expectError(answer, 422)).errors?.[0]?.field).toBe('expires_at')
  }
})

test('a use that could not be noted is noted a minute later, and not tried at each request', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-02-03T12:00:00Z') })
  const h = await seedEnvironment()
  const made = await make(h)
  const lastUsed = async () => (await list(h)).find(({ id }) => id === made.id)?.last_used_on
  const use = async () => expect((await as(made.key, '/data-integrations')).status).toBe(200)

  const d1 = silenceD1(/^update "api_keys"/i)
  const tried = countD1(/^update "api_keys"/i)
  await use()
  await expect.poll(tried).toBe(1)
  await use()
  await use()
  expect(tried()).toBe(1)
  d1.heal()
  expect(await lastUsed()).toBeNull()

  vi.setSystemTime(Date.parse('2027-02-03T12:01:01Z'))
  await use()
  await expect.poll(lastUsed).toBe('2027-02-03')
})
