/** Giving back what a disconnect took away: at once, again for a day, and what became of it. */
import {
  createExecutionContext,
  createScheduledController,
  runDurableObjectAlarm,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../../index.ts'
import { accountRow, epochsOf, objectOf, recordOf, rowsOf, silenceD1 } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { isAliveOutside } from '../../test/outside.ts'

const MINUTE = 60_000

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

type Row = {
  readonly outcome: string
  readonly tries: number
  readonly wrapped_key: string | null
  readonly sealed_access: string | null
  readonly next_try_at: number | null
}

const outbox = (accountId: string): Promise<Row[]> =>
  rowsOf<Row>('SELECT * FROM revocations WHERE account_id = ?', accountId)

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3600 })
  const disconnect = () =>
    h.api('DELETE', `/user_management/users/${account.userId}/connected_accounts/${account.slug}`)
  return { h, provider, account, disconnect }
}

const down = { kind: 'status', status: 503 } as const

test('a provider that is down is asked again until it answers, and the outcome is recorded', async () => {
  const { provider, account, disconnect } = await setUp()
  await provider.faults('revocation', down, down, down, down)
  expect((await disconnect()).status).toBe(204)
  await expect.poll(async () => (await provider.seen()).revocations.length).toBe(2)
  expect((await accountRow(account.accountId)).revocation).toBe('pending')
  expect(await isAliveOutside(account.accessToken)).toBe(true)

  await sweep()
  expect((await outbox(account.accountId))[0]?.tries).toBe(1)
  laterBy(2 * MINUTE)
  await sweep()
  laterBy(10 * MINUTE)
  await sweep()
  expect((await accountRow(account.accountId)).revocation).toBe('revoked')
  expect(await isAliveOutside(account.accessToken)).toBe(false)
  expect(await outbox(account.accountId)).toMatchObject([
    { outcome: 'revoked', wrapped_key: null, sealed_access: null, next_try_at: null },
  ])
  expect(await epochsOf(account.accountId)).toEqual([])
})

test('after a day it is given up, said so, and nothing sealed stays', async () => {
  const { provider, account, disconnect } = await setUp()
  await provider.faults('revocation', ...Array.from({ length: 60 }, () => down))
  await disconnect()
  for (let hour = 0; hour < 40; hour += 1) {
    laterBy(61 * MINUTE)
    await sweep()
  }
  expect((await accountRow(account.accountId)).revocation).toBe('failed')
  const [row] = await outbox(account.accountId)
  expect(row).toMatchObject({ outcome: 'failed', wrapped_key: null, next_try_at: null })
  expect(row?.tries).toBeLessThan(12)
  expect(row?.tries).toBeGreaterThan(5)
})

test('where a provider has no address for it, nothing is sent, and that is said', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider({ customProvider: { revocation_url: undefined } })
  const account = await h.connectedAccount(provider)
  const path = `/user_management/users/${account.userId}/connected_accounts/${account.slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  await expect
    .poll(async () => (await accountRow(account.accountId)).revocation)
    .toBe('not_supported')
  expect((await provider.seen()).revocations).toEqual([])
  expect(await outbox(account.accountId)).toMatchObject([
    { outcome: 'not_supported', wrapped_key: null, sealed_access: null, next_try_at: null },
  ])
})

test('a provider that takes no token is told whose account it was', async () => {
  const h = await seedEnvironment()
  const oauth = { revocation: { tokenless: true, params: { token: '{account}' } } }
  const provider = await h.createProvider({ customProvider: { oauth } })
  const { userId, slug } = await h.connectedAccount(provider, { providerAccount: 'ada' })
  const path = `/user_management/users/${userId}/connected_accounts/${slug}`
  expect((await h.api('DELETE', path)).status).toBe(204)
  await expect.poll(async () => (await provider.seen()).revocations).toEqual(['ada'])
})

test('with D1 silent at the disconnect the object keeps the grant until D1 has it in its outbox', async () => {
  const { h, account, disconnect } = await setUp()
  await h.vend(account)
  const d1 = silenceD1(/^(?:update|insert|delete)/)
  expect((await disconnect()).status).toBe(204)
  expect((await recordOf(account.reference)).revoking).not.toBeNull()
  d1.heal()
  await runDurableObjectAlarm(await objectOf(account.reference))
  expect((await recordOf(account.reference)).revoking).toBeNull()
  await sweep()
  expect((await accountRow(account.accountId)).revocation).toBe('revoked')
  expect(await isAliveOutside(account.accessToken)).toBe(false)
})

test('two runs of the cron job at once ask the provider once', async () => {
  const { provider, account, disconnect } = await setUp()
  await provider.faults('revocation', down, down)
  await disconnect()
  await expect.poll(async () => (await provider.seen()).revocations.length).toBe(2)
  laterBy(2 * MINUTE)
  await Promise.all([sweep(), sweep()])
  expect((await outbox(account.accountId))[0]?.tries).toBe(2)
  // Two tokens each time.
  expect((await provider.seen()).revocations).toHaveLength(4)
})

test('a grant outlives its integration in the outbox, and is given back with its client', async () => {
  const { h, provider, account } = await setUp()
  await provider.faults('revocation', down, down)
  expect((await h.api('DELETE', `/data-integrations/${account.slug}`)).status).toBe(204)
  await expect.poll(async () => (await provider.seen()).revocations.length).toBe(2)
  expect(await isAliveOutside(account.accessToken)).toBe(true)
  laterBy(2 * MINUTE)
  await sweep()
  expect((await accountRow(account.accountId)).revocation).toBe('revoked')
  expect(await isAliveOutside(account.accessToken)).toBe(false)
  laterBy(11 * MINUTE)
  await sweep()
  expect(await rowsOf('SELECT id FROM client_versions')).toEqual([])
})
