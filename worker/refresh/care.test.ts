/** What an object does when nobody asks: ahead of expiry, ahead of an idle limit, after the end. */
import {
  evictDurableObject,
  createExecutionContext,
  createScheduledController,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../index.ts'
import { OwnerAccounts } from './owner-accounts.ts'
import { accountRow, forgetObject, objectOf, recordOf, rowsOf, silenceD1 } from '../test/faults.ts'
import { seedEnvironment, type TestAccount } from '../test/harness.ts'

const MINUTE = 60_000
const DAY = 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3600 })
  return { h, provider, account }
}

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

const fireAlarm = async (account: TestAccount) =>
  runDurableObjectAlarm(await objectOf(account.reference))

const alarmOf = async (account: TestAccount): Promise<number | null> =>
  runInDurableObject(await objectOf(account.reference), (_, state) => state.storage.getAlarm())

const noted = (account: TestAccount) =>
  expect.poll(async () => (await recordOf(account.reference)).lastUsedAt).not.toBeNull()

/** As if the provider ended what lies unused for so long. */
const limitIdle = async (account: TestAccount, idleMs: number) => {
  const object = await objectOf(account.reference)
  await runInDurableObject(object, (_, state) => {
    state.storage.sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.rules', json(?))`,
      JSON.stringify({ idleMs, absoluteMs: null }),
    )
  })
  await evictDurableObject(object)
}

test('the token of an account in use is fresh before anybody asks for it', async () => {
  const { h, provider, account } = await setUp()
  await h.vend(account)
  await noted(account)
  // The first alarm is about D1, which has not said yet that it knows of the connection.
  await fireAlarm(account)
  await expect.poll(() => alarmOf(account)).toBeGreaterThan(Date.now() + 54 * MINUTE)
  laterBy(56 * MINUTE)
  await fireAlarm(account)
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await recordOf(account.reference)).credential?.epoch).toBe(2)
})

test('an alarm that comes twice refreshes once', async () => {
  const { h, provider, account } = await setUp()
  await h.vend(account)
  await noted(account)
  laterBy(56 * MINUTE)
  const object = await objectOf(account.reference)
  await runInDurableObject(object, async (instance: OwnerAccounts) => {
    await Promise.all([instance.alarm(), instance.alarm()])
    await instance.alarm()
  })
  expect(await provider.count('refresh_token')).toBe(1)
})

test('an account that nobody uses is not refreshed ahead', async () => {
  const { provider, account } = await setUp()
  laterBy(59 * MINUTE)
  await fireAlarm(account)
  expect(await provider.count('refresh_token')).toBe(0)
})

test('after a refresh that nobody has used the next one is left to its caller', async () => {
  const { h, provider, account } = await setUp()
  await h.vend(account)
  await noted(account)
  laterBy(56 * MINUTE)
  await fireAlarm(account)
  laterBy(DAY)
  await fireAlarm(account)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('an alarm whose work throws is planned again, and the error is not thrown', async () => {
  const { h, account } = await setUp()
  await h.vend(account)
  await noted(account)
  laterBy(56 * MINUTE)
  const object = await objectOf(account.reference)
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)))
  const at = await runInDurableObject(object, async (instance: OwnerAccounts, state) => {
    await state.storage.deleteAlarm()
    vi.spyOn(crypto, 'randomUUID').mockImplementationOnce(() => {
      throw new Error('no lease can be made')
    })
    await instance.alarm()
    return state.storage.getAlarm()
  })
  expect(at).not.toBeNull()
  const failed = lines.filter((line) => line.includes('alarm_failed'))
  expect(failed).toHaveLength(1)
  expect(failed[0]).toContain(account.accountId)
})

test('a lost alarm is made good by the cron job, after two of its periods', async () => {
  const { h, provider, account } = await setUp()
  await h.vend(account)
  await noted(account)
  await expect.poll(async () => (await accountRow(account.accountId)).next_care_at).not.toBeNull()
  await runInDurableObject(await objectOf(account.reference), (_, state) =>
    state.storage.deleteAlarm(),
  )
  laterBy(60 * MINUTE)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(0)
  laterBy(16 * MINUTE)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(1)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(1)
})

test('a refresh token with an idle limit is used before it is reached, though nobody asks', async () => {
  const { provider, account } = await setUp()
  await limitIdle(account, 30 * DAY)
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1 WHERE id = ?', account.accountId)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(0)
  const { next_care_at: at } = await accountRow(account.accountId)
  expect(Number(at)).toBeGreaterThan(Date.now() + 8 * DAY)
  laterBy(11 * DAY)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(1)
  expect((await recordOf(account.reference)).credential?.epoch).toBe(2)
})

test('of one integration no more than so many are looked after in a run; the rest in the next', async () => {
  const h = await seedEnvironment()
  const [one, other] = [await h.createProvider(), await h.createProvider({ slug: 'other' })]
  const small = { ...env, KEEP_ALIVES_PER_RUN: '2' } as Env
  for (const user of ['a', 'b', 'c']) await h.connectedAccount(one, { userId: user })
  await h.connectedAccount(other)
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1')
  const due = async () =>
    (await rowsOf('SELECT id FROM connected_accounts WHERE next_care_at = 1')).length
  await worker.scheduled(createScheduledController(), small, createExecutionContext())
  expect(await due()).toBe(1)
  await worker.scheduled(createScheduledController(), small, createExecutionContext())
  expect(await due()).toBe(0)
})

test('what an object holds and D1 does not list is looked after all the same; what is gone is not asked again', async () => {
  const { account } = await setUp()
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1 WHERE id = ?', account.accountId)
  await rowsOf('DELETE FROM credential_versions WHERE account_id = ?', account.accountId)
  await forgetObject(account.reference)
  await sweep()
  expect((await accountRow(account.accountId)).next_care_at).toBeNull()
})

test('an object that cannot be reached is put off, and the others are not', async () => {
  const { h, provider, account } = await setUp()
  const other = await h.connectedAccount(provider, { userId: 'user_2' })
  await rowsOf('UPDATE connected_accounts SET next_care_at = 1')
  const care = vi.spyOn(OwnerAccounts.prototype, 'care').mockImplementationOnce(async () => {
    throw new Error('Network connection lost.')
  })
  await sweep()
  expect(care).toHaveBeenCalledTimes(2)
  const times = [account, other].map(
    async ({ accountId }) => (await accountRow(accountId)).next_care_at,
  )
  expect((await Promise.all(times)).filter((at) => at !== null && at > Date.now())).toHaveLength(1)
})

test('how an account fares is told in the API', async () => {
  const { h, provider, account } = await setUp()
  const read = async () =>
    (
      await h.api(
        'GET',
        `/user_management/users/${account.userId}/connected_accounts/${account.slug}`,
      )
    ).json()
  expect(await read()).toMatchObject({
    last_used_at: null,
    last_refreshed_at: null,
    last_error: null,
  })
  laterBy(3600_000)
  await provider.faults('refresh_token', {
    kind: 'status',
    status: 503,
    headers: { 'retry-after': '7' },
  })
  await h.vend(account)
  await expect.poll(read).toMatchObject({ last_error: { code: 'http_503', class: 'retry' } })
  laterBy(8000)
  await h.vend(account)
  await expect.poll(read).toMatchObject({
    last_error: null,
    last_used_at: expect.stringMatching(/^20/),
    last_refreshed_at: expect.stringMatching(/^20/),
  })
})

test('a tombstone that D1 knows of is erased after a day, and the object with it', async () => {
  const { h, account } = await setUp()
  await h.api(
    'DELETE',
    `/user_management/users/${account.userId}/connected_accounts/${account.slug}`,
  )
  await fireAlarm(account)
  expect((await recordOf(account.reference)).revoking).toBeNull()
  laterBy(DAY + MINUTE)
  await fireAlarm(account)
  const tables = await runInDurableObject(await objectOf(account.reference), (_, state) =>
    state.storage.sql.exec(`SELECT name FROM sqlite_master WHERE name = 'accounts'`).toArray(),
  )
  expect(tables).toEqual([])
  expect(await alarmOf(account)).toBeNull()
  expect((await h.vend(account)).body).toEqual({ active: false, error: 'not_installed' })
})

test('a tombstone that D1 has not acknowledged stays', async () => {
  const { h, account } = await setUp()
  await h.vend(account)
  const d1 = silenceD1(/^(?:update|insert|delete)/)
  await h.api(
    'DELETE',
    `/user_management/users/${account.userId}/connected_accounts/${account.slug}`,
  )
  laterBy(2 * DAY)
  await fireAlarm(account)
  expect((await recordOf(account.reference)).status).toBe('disconnected')
  d1.heal()
})
