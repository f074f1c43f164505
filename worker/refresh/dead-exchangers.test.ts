/** Who dies before anything is sent, and what comes too late: security.md F01, F02, F04, F05, F16, F17, F35, F46. */
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { CommitRequest, RefreshJob, RefusalRequest } from '../domain/object-messages.ts'
import { epochsOf, eventsOf, objectOf, recordOf, rowsOf, silenceD1 } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { isAliveOutside } from '../test/outside.ts'
import { isUnprojected } from './due-list.ts'
import { OwnerAccounts } from './owner-accounts.ts'
import { TokenExchanger } from './token-exchanger.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const expired = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

type Set = Awaited<ReturnType<typeof expired>>

/** One call reached the provider, nothing was spent twice, and the token works. */
async function expectHealed({ h, provider, account }: Set, calls = 1): Promise<void> {
  const { status, token } = await h.vend(account)
  expect(status).toBe(200)
  expect(token).not.toBe(account.accessToken)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(await provider.count('refresh_token')).toBe(calls)
  expect((await provider.seen()).reuses).toBe(0)
  expect(await eventsOf(account.accountId)).toEqual(['connected'])
}

test('F01: an object killed before it grants a lease grants one at once when it is asked again', async () => {
  const set = await expired()
  const spy = vi.spyOn(OwnerAccounts.prototype, 'vendText')
  spy.mockImplementationOnce(function (this: OwnerAccounts) {
    const { ctx } = this as unknown as { ctx: DurableObjectState }
    ctx.abort('killed by a test')
    throw new Error('killed by a test')
  })
  await expectHealed(set)
  expect((await recordOf(set.account.reference)).uncertain).toBe(false)
})

/** The exchanger of the next refresh dies before it has sent anything. */
const nextExchangerDies = () => {
  const died: RefreshJob[] = []
  const exchanges = vi.spyOn(TokenExchanger.prototype, 'refresh')
  exchanges.mockImplementationOnce(async (job) => {
    died.push(job)
    throw new Error('killed by a test')
  })
  return { died, leases: () => exchanges.mock.calls.map(([{ lease }]) => lease.uncertain) }
}

test('F05: an exchanger that dies before the request leaves is outlived, and the token sent once', async () => {
  const set = await expired()
  const { h, provider, account } = set
  const { died } = nextExchangerDies()
  const first = await h.vend(account)
  expect(first.body.code).toBe('refresh_in_progress')
  expect((await recordOf(account.reference)).lease?.id).toBe(died[0]?.lease.id)
  expect(await provider.count('refresh_token')).toBe(0)

  // After its deadline, and not before: somebody may have sent it.
  await expect
    .poll(async () => (await recordOf(account.reference)).lease, { timeout: 8000 })
    .toBeNull()
  expect(await recordOf(account.reference)).toMatchObject({ uncertain: true, status: 'connected' })
  await expectHealed(set)
})

test('F02: an object killed with a lease that nobody took up waits for its end, and tries once', async () => {
  const set = await expired()
  const { died, leases } = nextExchangerDies()
  const vending = set.h.vend(set.account)
  await expect.poll(() => died).toHaveLength(1)
  await abortAllDurableObjects()
  await vending
  expect((await recordOf(set.account.reference)).lease).not.toBeNull()
  await expect
    .poll(async () => (await set.h.vend(set.account)).status, { timeout: 12_000 })
    .toBe(200)
  await expectHealed(set)
  // Somebody may have sent the token under the first one: whoever sends it now knows that.
  expect(leases()).toEqual([false, true])
})

test('F04: an object killed between the write and its answer hears of the same token again, and keeps it', async () => {
  const set = await expired()
  const commit = Object.getOwnPropertyDescriptor(OwnerAccounts.prototype, 'commit')?.value as (
    this: OwnerAccounts,
    request: CommitRequest,
  ) => Promise<unknown>
  const outcomes: unknown[] = []
  const spy = vi.spyOn(OwnerAccounts.prototype, 'commit')
  spy.mockImplementation(async function (this: OwnerAccounts, request) {
    const outcome = await commit.call(this, request)
    outcomes.push(outcome)
    if (outcomes.length > 1) return outcome as never
    const { ctx } = this as unknown as { ctx: DurableObjectState }
    await ctx.storage.sync()
    ctx.abort('killed by a test')
    throw new Error('killed by a test')
  })
  await expectHealed(set)
  // The caller may be served by the record before the exchanger has told its token again.
  await expect.poll(() => outcomes).toEqual([{ kind: 'committed' }, { kind: 'stale' }])
  // And before the second sink has it, which is told at the same time.
  await expect.poll(() => epochsOf(set.account.accountId)).toEqual([1, 2])
})

test('F16: with no sink at all nobody sees the token, and the operator is told', async () => {
  const { h, account } = await expired()
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)))
  const sink = silenceD1(/^insert into "credential_versions"/)
  const spy = vi.spyOn(OwnerAccounts.prototype, 'commit')
  spy.mockImplementation(async () => {
    throw new Error('unreachable')
  })
  const during = await h.vend(account)
  expect(during.body['access_token']).toBeUndefined()
  await expect.poll(() => lines.join('\n')).toContain('token_sinks_exhausted')
  sink.heal()
})

/** D1 does what it is asked, and of the first batch with such a statement nobody hears so. */
function loseAnswer(matching: RegExp): { readonly batches: () => number } {
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const batch = Object.getOwnPropertyDescriptor(d1, 'batch')?.value as D1Database['batch']
  let count = 0
  vi.spyOn(d1, 'batch').mockImplementation(async function (this: D1Database, statements) {
    const results = await batch.call(this, statements)
    const texts = statements.map((one) => (one as unknown as { statement: string }).statement)
    if (!texts.some((text) => matching.test(text))) return results
    count += 1
    if (count === 1) throw new Error('D1_ERROR: network connection lost')
    return results
  })
  return { batches: () => count }
}

test('F17: a write that D1 did and did not confirm is repeated, and stays one row and one event', async () => {
  const set = await expired()
  const { h, account, provider } = set
  const escrow = loseAnswer(/^insert into "credential_versions"/)
  await h.vend(account)
  expect(escrow.batches()).toBe(2)
  vi.restoreAllMocks()
  await expectHealed(set)
  expect(await epochsOf(account.accountId)).toEqual([1, 2])

  await provider.revokeGrants(`provider-${account.userId}`)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  // Whatever is still to be told of the refresh comes before.
  await expect.poll(async () => isUnprojected(await recordOf(account.reference))).toBe(false)
  const told = loseAnswer(/^insert into "events"/)
  await h.vend(account)
  await expect.poll(told.batches).toBe(1)
  expect(isUnprojected(await recordOf(account.reference))).toBe(true)
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'reauthorization_needed'])
  const object = await objectOf(account.reference)
  await runInDurableObject(object, (instance: OwnerAccounts) => instance.alarm())
  expect(told.batches()).toBe(2)
  const { projected, sequence } = await recordOf(account.reference)
  expect(projected).toBe(sequence)
  expect(await eventsOf(account.accountId)).toEqual(['connected', 'reauthorization_needed'])
})

test('F35: a refusal that comes after another epoch was committed is about nothing that is still there', async () => {
  const set = await expired()
  const { h, account } = set
  const { token } = await h.vend(account)
  const { lease: none, credential } = await recordOf(account.reference)
  expect(none).toBeNull()
  const late: RefusalRequest = {
    v: 1,
    accountId: account.accountId,
    leaseId: 'lease_of_before',
    grantId: credential?.grantId ?? '',
    failure: { kind: 'needs_reauthorization', code: 'invalid_grant' },
  }
  await (await objectOf(account.reference)).refuse(late)
  expect((await h.vend(account)).token).toBe(token)
  await expectHealed(set)
})

test('F46: with D1’s connections gone the objects go on, and refresh', async () => {
  const set = await expired()
  const { h, account } = set
  await h.vend(account)
  await rowsOf('DELETE FROM credential_versions WHERE account_id = ?', account.accountId)
  await rowsOf('DELETE FROM connected_accounts WHERE id = ?', account.accountId)
  expect((await h.vend(account)).status).toBe(200)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  await expectHealed(set, 2)
  // Nobody can list it until an export brings its row back.
  const list = await h.api('GET', `/connected_accounts?user_id=${account.userId}`)
  expect(await list.json()).toMatchObject({ data: [] })
})
