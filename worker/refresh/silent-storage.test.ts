/** D1 silent, objects evicted or empty: what still vends, and what waits rather than lies. */
import {
  evictAllDurableObjects,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import {
  accountRow,
  countD1,
  dumpOf,
  epochsOf,
  eventsOf,
  forgetObject,
  objectOf,
  recordOf,
  recordsOf,
  silenceD1,
} from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import type { Vend } from '../test/wire.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A connection that has been refreshed once: its object keeps the sealed client since then. */
const refreshedOnce = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ ttl: { access: 1 } })
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const first = await h.vend(account)
  expect(first.status).toBe(200)
  return { h, provider, account, first }
}

test('with D1 down, a refresh goes through the object, and the token is returned', async () => {
  const { h, provider, account, first } = await refreshedOnce()
  // Two refreshes lie half a minute apart.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
  const d1 = silenceD1()

  await expect
    .poll(async () => await h.vend(account), { timeout: 5000 })
    .toSatisfy(({ status, token }: Vend) => status === 200 && token !== first.token)

  const { credential } = await recordOf(account.reference)
  expect(credential?.epoch).toBeGreaterThanOrEqual(3)
  expect((await provider.seen()).reuses).toBe(0)
  d1.heal()
  expect((await h.vend(account)).status).toBe(200)
})

test('with D1 down before the first refresh, nothing is sent and nothing is lost', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  await h.vend(other) // The isolate knows key and integration now.
  const d1 = silenceD1()

  const during = await h.vend(account)
  expect(during.status).toBe(503)
  expect(during.body.code).toBe('storage_unavailable')
  expect(during.retryAfter).toBe('1')
  expect(await provider.count('refresh_token')).toBe(0)

  d1.heal()
  await expect.poll(() => h.vend(account), { timeout: 5000 }).toMatchObject({ status: 200 })
  expect((await recordOf(account.reference)).uncertain).toBe(false)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('a decision that D1 did not hear is told to it by the alarm, once', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  await provider.revokeGrants('provider-user_1')
  const d1 = silenceD1(/^(?:update "connected_accounts"|insert into "events")/)
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'needs_reauthorization' })
  const object = await objectOf(account.reference)

  expect(await runDurableObjectAlarm(object)).toBe(true)
  expect((await accountRow(account.accountId)).state).toBe('connected')
  d1.heal()
  // It armed itself again, because it was not heard.
  expect(await runDurableObjectAlarm(object)).toBe(true)

  expect((await accountRow(account.accountId)).state).toBe('needs_reauthorization')
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'reauthorization_needed'])
  await runDurableObjectAlarm(object)
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'reauthorization_needed'])
})

test('an evicted object answers from its own SQLite, without D1', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  await evictDurableObject(await objectOf(account.reference))
  silenceD1()
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('an object that lost everything takes its credential from D1', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await forgetObject(account.reference)
  expect(await recordsOf(account.reference)).toEqual([])

  expect((await h.vend(account)).token).toBe(account.accessToken)
  expect(await recordOf(account.reference)).toMatchObject({
    accountId: account.accountId,
    status: 'connected',
  })
})

test('an empty object does not say “not installed” while D1 is silent', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  await forgetObject(account.reference)
  const d1 = silenceD1()
  const during = await h.vend(account)
  expect(during.status).toBe(503)
  expect(during.body.code).toBe('storage_unavailable')
  d1.heal()
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('that there is nothing is remembered for 30 s, and no table is made for it', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  const nobody = { slug: provider.slug, userId: 'user_nobody' }
  const owner = { ...account.reference.owner, userId: nobody.userId }
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const statements = countD1()
    expect((await h.vend(nobody)).body).toEqual({ active: false, error: 'not_installed' })
    const asked = statements()
    expect(asked).toBeGreaterThan(0)
    vi.setSystemTime(Date.now() + 29_000)
    await h.vend(nobody)
    expect(statements()).toBe(asked)
    vi.setSystemTime(Date.now() + 2000)
    await h.vend(account) // Renews the isolate's snapshot, so that the rest is the object's.
    const before = statements()
    await h.vend(nobody)
    expect(statements()).toBe(before + 1)
  } finally {
    vi.useRealTimers()
  }
  const object = await objectOf({ ...account.reference, owner })
  expect(await dumpOf(object)).toEqual([])
})

test('a warm vend executes no D1 statement', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  await h.vend(account)
  const statements = countD1()
  for (let count = 0; count < 20; count += 1) expect((await h.vend(account)).status).toBe(200)
  expect(statements()).toBe(0)
})

test('a thousand vends succeed with a D1 that throws, in a new isolate, objects restarted', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const accounts = await Promise.all(
    ['user_1', 'user_2', 'user_3', 'user_4'].map((userId) =>
      h.connectedAccount(provider, { userId }),
    ),
  )
  for (const account of accounts) await h.vend(account)
  await expect.poll(async () => (await env.KV.list()).keys.length).toBe(2)
  await evictAllDurableObjects()
  h.restartIsolate()
  const statements = countD1()
  const d1 = silenceD1()

  for (let round = 0; round < 25; round += 1) {
    const vends = await Promise.all(
      accounts.flatMap((account) => Array.from({ length: 10 }, () => h.vend(account))),
    )
    expect(vends.every(({ status }) => status === 200)).toBe(true)
  }
  expect(statements()).toBeGreaterThan(0)
  d1.heal()
})

test('a record of a newer version is left alone', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider)
  const object = await objectOf(account.reference)
  const written = await runInDurableObject(object, (_, state) => {
    state.storage.sql.exec(`UPDATE accounts SET record = json_set(record, '$.version', 3)`)
    return state.storage.sql.exec('SELECT record FROM accounts').one()
  })
  await evictDurableObject(object)
  const vended = await h.vend(account)
  expect(vended.status).toBe(503)
  expect(vended.body.code).toBe('unsupported_version')
  const after = await runInDurableObject(object, (_, state) =>
    state.storage.sql.exec('SELECT record FROM accounts').one(),
  )
  expect(after).toEqual(written)
  expect(await epochsOf(account.accountId)).toEqual([1])
})
