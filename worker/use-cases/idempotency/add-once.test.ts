/** `Idempotency-Key` on adds: contract §5.10, decision 36. */
import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../../index.ts'
import { eventsOf, recordsOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment, type Harness } from '../../test/harness.ts'
import { expectError, expectNoTrace } from '../../test/http-laws.ts'
import { expectJson } from '../../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

const PATH = '/user_management/users/user_1/connected_accounts/strict'
const ACCESS = 'canary-once'
const BODY = { access_token: ACCESS, connection_intent: 'add' }

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const first = await h.connectedAccount(provider)
  const add = (key: string, body: unknown = BODY, path = PATH) =>
    h.api('POST', path, body, { headers: { 'idempotency-key': key } })
  return { h, first, add }
}

const accountsOf = (h: Harness) =>
  rowsOf<{ id: string; state: string }>(
    'SELECT id, state FROM connected_accounts WHERE environment_id = ? ORDER BY id',
    h.environment.id,
  )

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

test('a request that is repeated gives the same account in the same words', async () => {
  const { h, add } = await setUp()
  const one = await expectJson<{ id: string }>(await add('key-1'), 201)
  expect(await expectJson(await add('key-1'), 201)).toEqual(one)
  const [access, intent] = Object.entries(BODY)
  const otherOrder = Object.fromEntries([intent ?? ['', ''], access ?? ['', '']])
  expect(await expectJson(await add('key-1', otherOrder), 201)).toEqual(one)
  expect(await accountsOf(h)).toHaveLength(2)
  expect(await eventsOf(one.id, 'account_connection')).toEqual(['connected'])
})

test('of twenty at once under one key each gets the same account, and there is one', async () => {
  const { h, add } = await setUp()
  const answers = await Promise.all(Array.from({ length: 20 }, () => add('key-20')))
  const bodies = await Promise.all(
    answers.map(async (answer) => [answer.status, await answer.text()]),
  )
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
  expect(bodies[0]?.[0]).toBe(201)
  const rows = await accountsOf(h)
  expect(rows.map(({ state }) => state)).toEqual(['connected', 'connected'])
  const { id } = JSON.parse(String(bodies[0]?.[1])) as { id: string }
  expect(await eventsOf(id, 'account_connection')).toEqual(['connected'])
  const vended = await h.vend(
    { slug: 'strict', userId: 'user_1' },
    {},
    { connected_account_id: id },
  )
  expect(vended.token).toBe(ACCESS)
})

test('of four at once without a key each makes one', async () => {
  const { h } = await setUp()
  const answers = await Promise.all(Array.from({ length: 4 }, () => h.api('POST', PATH, BODY)))
  const made = await Promise.all(answers.map((answer) => expectJson<{ id: string }>(answer, 201)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(4)
  expect(await accountsOf(h)).toHaveLength(5)
})

test('a key that comes with another request is refused, and nothing is done', async () => {
  const { h, add } = await setUp()
  await expectJson(await add('key-1'), 201)
  await h.createProvider({ slug: 'other' })
  await expectNoTrace(async () => {
    for (const [body, path] of [
      [{ ...BODY, access_token: 'canary-other' }, PATH],
      [{ ...BODY, scopes: [] }, PATH],
      [BODY, PATH.replace('user_1', 'user_2')],
      [BODY, `${PATH}?organization_id=org_1`],
      [BODY, PATH.replace('strict', 'other')],
    ] as const) {
      const error = await expectError(await add('key-1', body, path), 422)
      expect(error.code).toBe('idempotency_key_reused')
      expect(JSON.stringify(error)).not.toContain('key-1')
    }
  })
})

test('keys of two environments have nothing to do with each other', async () => {
  const { add } = await setUp()
  const other = await setUp()
  const one = await expectJson<{ id: string }>(await add('key-1'), 201)
  const two = await expectJson<{ id: string }>(await other.add('key-1'), 201)
  expect(one.id).not.toBe(two.id)
})

test('a key that cannot be one is refused before anything is done', async () => {
  const { h, add } = await setUp()
  const bad = ['', 'x'.repeat(256), 'a\tb', 'a\u0001b', 'a\u007fb']
  await expectNoTrace(async () => {
    for (const key of bad) {
      const error = await expectError(await add(key), 400)
      expect([key, error.code]).toEqual([key, 'idempotency_key_invalid'])
    }
    expect((await add('ok', { ...BODY, expires_at: '2099-01-01T00:00:00Z' })).status).toBe(422)
    expect((await add('ok', BODY, PATH.replace('strict', 'nobody'))).status).toBe(404)
  })
  expect((await add('x'.repeat(255))).status).toBe(201)
  // Only an add is done once for a key; the SDK sends one with every POST.
  const plain = await h.api(
    'POST',
    PATH.replace('user_1', 'user_2'),
    { access_token: ACCESS },
    {
      headers: { 'idempotency-key': 'x'.repeat(300) },
    },
  )
  expect(plain.status).toBe(201)
})

test('what failed in the middle is finished by the repeat, under the id that was chosen first', async () => {
  for (const broken of [
    /insert into "connected_accounts"/,
    /insert into "credential_versions"/,
    /update "connected_accounts".*"account_identifier"/s,
  ]) {
    const { h, add } = await setUp()
    const fault = silenceD1(broken)
    expect((await add('key-1')).status).toBe(503)
    fault.heal()
    const [key] = await rowsOf<{ account_id: string }>(
      'SELECT account_id FROM idempotency_keys WHERE environment_id = ?',
      h.environment.id,
    )
    const made = await expectJson<{ id: string; state: string }>(await add('key-1'), 201)
    expect([made.id, made.state]).toEqual([key?.account_id, 'connected'])
    expect(await expectJson(await add('key-1'), 201)).toEqual(made)
    expect(await accountsOf(h)).toHaveLength(2)
    expect(await eventsOf(made.id, 'account_connection')).toEqual(['connected'])
  }
})

test('a repeat after the connection has gone on does not put it back', async () => {
  const { h, add } = await setUp()
  const { id } = await expectJson<{ id: string }>(await add('key-1'), 201)
  const named = `${PATH}?connected_account_id=${id}`
  await expectJson(await h.api('PUT', named, { access_token: 'canary-newer' }), 200)
  expect((await expectJson<{ id: string }>(await add('key-1'), 201)).id).toBe(id)
  const vend = () => h.vend({ slug: 'strict', userId: 'user_1' }, {}, { connected_account_id: id })
  expect((await vend()).token).toBe('canary-newer')

  expect((await h.api('DELETE', named)).status).toBe(204)
  expect((await expectError(await add('key-1'), 409)).code).toBe('idempotency_key_spent')
  expect((await vend()).body).toEqual({ active: false, error: 'not_installed' })
  const other = await expectJson<{ id: string }>(await add('key-2'), 201)
  expect(other.id).not.toBe(id)
})

test('what could not be added is added by the repeat, once there is room', async () => {
  const { h, add } = await setUp()
  for (let index = 1; index < 20; index += 1) {
    await expectJson(await h.api('POST', PATH, BODY), 201)
  }
  expect((await expectError(await add('key-1'), 409)).code).toBe('too_many_connections')
  expect(await accountsOf(h)).toHaveLength(20)
  await h.api('DELETE', PATH)
  expect((await add('key-1')).status).toBe(201)
})

test('a key that was used under a ring key of before is known under the next one', async () => {
  const { h, add } = await setUp()
  const one = await expectJson<{ id: string }>(await add('key-1'), 201)
  const { keys } = JSON.parse(env.VAULT_KEYRING) as { keys: Record<string, string> }
  h.restartIsolate({ VAULT_KEYRING: JSON.stringify({ active: 'k0', keys }) })
  expect((await expectJson<{ id: string }>(await add('key-1'), 201)).id).toBe(one.id)
  const error = await expectError(await add('key-1', { ...BODY, scopes: ['a'] }), 422)
  expect(error.code).toBe('idempotency_key_reused')
})

test('neither key nor body is readable in the row, and it goes after a day', async () => {
  const { h, add } = await setUp()
  await add('canary-key')
  const rows = () =>
    rowsOf('SELECT * FROM idempotency_keys WHERE environment_id = ?', h.environment.id)
  expect(JSON.stringify(await rows())).not.toContain('canary')
  await sweep()
  expect(await rows()).toHaveLength(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 + 1000 })
  await sweep()
  expect(await rows()).toEqual([])
})

test('the object holds one record for a key, whoever wins', async () => {
  const { first, add } = await setUp()
  await Promise.all(Array.from({ length: 5 }, () => add('key-5')))
  expect(await recordsOf(first.reference)).toHaveLength(2)
})
