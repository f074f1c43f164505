/** Storage that is put back to a day ago, of D1 or of one object: security.md F44, F45. */
import {
  createExecutionContext,
  createScheduledController,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../index.ts'
import {
  accountRow,
  eventsOf,
  objectOf,
  putBack,
  recordOf,
  recordsOf,
  rowsOf,
  silenceD1,
} from '../test/faults.ts'
import { seedEnvironment, type Harness, type TestAccount } from '../test/harness.ts'

afterEach(() => {
  vi.useRealTimers()
})

const HOUR = 3_600_000
const NOT_INSTALLED = { active: false, error: 'not_installed' }

const setUp = async (expiresInSeconds = 3600) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds })
  return { h, provider, account }
}

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

const disconnect = async (h: Harness, { userId, slug }: TestAccount): Promise<void> => {
  const path = `/user_management/users/${userId}/connected_accounts/${slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
}

const TABLES = ['credential_versions', 'revocations', 'events', 'connected_accounts'] as const

type Row = Readonly<Record<string, unknown>>

/** What D1 knows of the accounts now; `restore` brings it back, and nothing that came since. */
async function backUpD1(): Promise<{ readonly restore: () => Promise<void> }> {
  const kept = await Promise.all(TABLES.map((table) => rowsOf<Row>(`SELECT * FROM ${table}`)))
  const insert = (table: string, row: Row) =>
    env.DB.prepare(
      `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join()})`,
    ).bind(...Object.values(row))
  return {
    restore: async () => {
      const deleted = TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`))
      const inserted = TABLES.toReversed().flatMap((table) =>
        (kept[TABLES.indexOf(table)] ?? []).map((row) => insert(table, row)),
      )
      await env.DB.batch([...deleted, ...inserted])
    },
  }
}

/** A connection that was ended within the day before the restore of D1. */
const endedAndRestored = async () => {
  const set = await setUp()
  const { h, account } = set
  expect((await h.vend(account)).status).toBe(200)
  await expect.poll(async () => (await recordOf(account.reference)).projected).toBeGreaterThan(0)
  const backup = await backUpD1()
  await disconnect(h, account)
  await expect.poll(async () => (await accountRow(account.accountId)).revocation).toBe('revoked')
  await runDurableObjectAlarm(await objectOf(account.reference))
  await backup.restore()
  expect((await accountRow(account.accountId)).state).toBe('connected')
  return set
}

test('F44: what was disconnected stays so, and the cron job tells a D1 that has forgotten it', async () => {
  const { h, account } = await endedAndRestored()
  expect((await h.vend(account)).body).toEqual(NOT_INSTALLED)
  await evictDurableObject(await objectOf(account.reference))
  expect((await h.vend(account)).body).toEqual(NOT_INSTALLED)
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1')

  await sweep()

  expect(await accountRow(account.accountId)).toMatchObject({
    state: 'disconnected',
    next_care_at: null,
  })
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'disconnected'])
  const list = await h.api('GET', `/connected_accounts?user_id=${account.userId}`)
  expect(await list.json()).toMatchObject({ data: [] })
  expect((await h.vend(account)).body).toEqual(NOT_INSTALLED)
})

test('F44: a tombstone is not erased before D1 knows again, and then nothing comes back', async () => {
  const { h, account } = await endedAndRestored()
  const object = await objectOf(account.reference)
  const d1 = silenceD1(/^update "connected_accounts"/)
  laterBy(25 * HOUR)
  await runDurableObjectAlarm(object)
  expect((await recordOf(account.reference)).status).toBe('disconnected')
  d1.heal()

  laterBy(HOUR)
  expect(await runDurableObjectAlarm(object)).toBe(true)
  expect((await accountRow(account.accountId)).state).toBe('disconnected')
  expect(await runDurableObjectAlarm(object)).toBe(true)

  expect(await recordsOf(account.reference)).toEqual([])
  await evictDurableObject(object)
  expect((await h.vend(account)).body).toEqual(NOT_INSTALLED)
})

test('F44: what an object decided since, the cron job tells D1 again', async () => {
  const { h, provider, account } = await setUp(-1)
  const backup = await backUpD1()
  await provider.revokeGrants('provider-user_1')
  expect((await h.vend(account)).body).toMatchObject({ error: 'needs_reauthorization' })
  await expect
    .poll(async () => (await recordOf(account.reference)).projectedStatus)
    .toBe('needs_reauthorization')
  await backup.restore()
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1')
  await sweep()
  expect((await accountRow(account.accountId)).state).toBe('needs_reauthorization')
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'reauthorization_needed'])
})

test('F45: an object that is put back, and a D1 that knows no more: the user is asked, and nothing wrong is vended', async () => {
  const { h, provider, account } = await setUp(-1)
  const object = await objectOf(account.reference)
  const old = await runInDurableObject(
    object,
    (_, { storage: { sql } }) =>
      sql.exec<{ record: string }>('SELECT record FROM accounts').one().record,
  )
  const { token } = await h.vend(account)
  await putBack(account.reference, old)
  await rowsOf('DELETE FROM credential_versions WHERE epoch > 1')

  expect((await h.vend(account)).body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await recordOf(account.reference)).reason).toBe('invalid_grant')
  expect(token).not.toBe(account.accessToken)
  expect(await provider.count('refresh_token')).toBe(2)
})
