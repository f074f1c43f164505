/** Who dies before anything is sent, and what comes too late: security.md F01, F02, F04, F05, F16, F17, F35, F46. */
import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { CommitRequest, RefreshJob, RefusalRequest } from '../domain/object-messages.ts'
import { epochsOf, eventsOf, objectOf, recordOf, rowsOf, silenceD1 } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { isAliveOutside } from '../test/outside.ts'
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
  const jobs: RefreshJob[] = []
  vi.spyOn(TokenExchanger.prototype, 'refresh').mockImplementationOnce(async (job) => {
    jobs.push(job)
    throw new Error('killed by a test')
  })
  return jobs
}

test('F05: an exchanger that dies before the request leaves is outlived, and the token sent once', async () => {
  const set = await expired()
  const { h, provider, account } = set
  const died = nextExchangerDies()
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
  const died = nextExchangerDies()
  const vending = set.h.vend(set.account)
  await vi.waitFor(() => expect(died).toHaveLength(1))
  await abortAllDurableObjects()
  await vending
  expect((await recordOf(set.account.reference)).lease).not.toBeNull()
  await expect
    .poll(async () => (await set.h.vend(set.account)).status, { timeout: 12_000 })
    .toBe(200)
  await expectHealed(set)
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
  expect(await epochsOf(set.account.accountId)).toEqual([1, 2])
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

/** D1 does what it is asked, and of every other batch nobody hears so. */
function loseAnswers(): { readonly lost: () => number } {
  const d1 = Object.getPrototypeOf(env.DB) as D1Database
  const batch = Object.getOwnPropertyDescriptor(d1, 'batch')?.value as D1Database['batch']
  let count = 0
  vi.spyOn(d1, 'batch').mockImplementation(async function (this: D1Database, statements) {
    const results = await batch.call(this, statements)
    count += 1
    if (count % 2 === 1) throw new Error('D1_ERROR: network connection lost')
    return results
  })
  return { lost: () => Math.ceil(count / 2) }
}

test('F17: a write that D1 did and did not confirm is repeated, and stays one row and one event', async () => {
  const set = await expired()
  const { h, account, provider } = set
  // The isolate knows what vending checks: what it asks D1 from here on is written.
  await h.vend(await h.connectedAccount(provider, { userId: 'user_2' }))
  const first = loseAnswers()
  await h.vend(account)
  expect(first.lost()).toBe(1)
  vi.restoreAllMocks()
  await expectHealed(set)
  expect(await epochsOf(account.accountId)).toEqual([1, 2])

  await provider.revokeGrants(`provider-${account.userId}`)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  await h.vend(account)
  vi.useRealTimers()
  await expect
    .poll(async () => (await recordOf(account.reference)).projectedStatus)
    .toBe('needs_reauthorization')
  // Told once more: as if D1's word had been lost.
  const object = await objectOf(account.reference)
  await runInDurableObject(object, (_, { storage }) => {
    storage.sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.projected', 0, '$.projectedStatus', 'connected')`,
    )
  })
  await evictDurableObject(object)
  await runInDurableObject(object, (instance: OwnerAccounts) => instance.alarm())
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
