/** Two lives of one object, two runs of one job: the later one has decided, the earlier one still speaks. F21, F26. */
import {
  abortAllDurableObjects,
  createExecutionContext,
  createScheduledController,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { CommitRequest, RefusalRequest } from '../domain/object-messages.ts'
import worker from '../index.ts'
import { epochsOf, objectOf, recordOf, rowsOf } from '../test/faults.ts'
import { seedEnvironment } from '../test/harness.ts'
import { holdReached, isAliveOutside, releaseHold } from '../test/outside.ts'
import { OwnerAccounts } from './owner-accounts.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const HOUR = 3_600_000

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

const setUp = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: -1 })
  return { h, provider, account }
}

test('F21: what an exchanger of an earlier lease brings again, and late, replaces nothing newer', async () => {
  const { h, provider, account } = await setUp()
  const commit = vi.spyOn(OwnerAccounts.prototype, 'commit')
  await h.vend(account)
  const [[early] = []] = commit.mock.calls as [CommitRequest][]
  if (early === undefined) throw new Error('nothing was committed')
  const late: RefusalRequest = {
    v: 1,
    accountId: account.accountId,
    leaseId: early.leaseId,
    grantId: early.credential.grantId,
    failure: { kind: 'needs_reauthorization', code: 'invalid_grant' },
  }
  laterBy(2 * HOUR)
  await provider.faults('refresh_token', { kind: 'hold_after', name: 'later-lease' })
  const vending = h.vend(account)
  await holdReached('later-lease')
  await (await objectOf(account.reference)).refuse(late)
  expect((await recordOf(account.reference)).lease).not.toBeNull()
  await releaseHold('later-lease')
  const { token } = await vending
  await abortAllDurableObjects()
  const rows = await rowsOf('SELECT * FROM credential_versions ORDER BY epoch')

  const object = await objectOf(account.reference)
  expect(await object.commit(early)).toEqual({ kind: 'stale' })
  await object.refuse(late)

  expect(await recordOf(account.reference)).toMatchObject({
    status: 'connected',
    spare: null,
    credential: { epoch: 3 },
  })
  expect(await rowsOf('SELECT * FROM credential_versions ORDER BY epoch')).toEqual(rows)
  expect((await h.vend(account)).token).toBe(token)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(await provider.count('refresh_token')).toBe(2)
})

test('F26: runs of the cron job that were missed are made good by the next, and two at once do nothing twice', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const users = ['a', 'b', 'c', 'd', 'e']
  const accounts = []
  for (const userId of users) {
    accounts.push(await h.connectedAccount(provider, { userId, expiresInSeconds: 3600 }))
  }
  for (const account of accounts) {
    await h.vend(account)
    await expect.poll(async () => (await recordOf(account.reference)).lastUsedAt).not.toBeNull()
  }
  await expect
    .poll(() => rowsOf('SELECT id FROM connected_accounts WHERE next_care_at > 0'))
    .toHaveLength(users.length)
  // Their alarms are lost, and so are the runs of a whole night.
  laterBy(8 * HOUR)

  await Promise.all([sweep(), sweep(), sweep()])

  expect(await provider.count('refresh_token')).toBe(users.length)
  expect((await provider.seen()).reuses).toBe(0)
  for (const { accountId } of accounts) expect(await epochsOf(accountId)).toEqual([1, 2])
  await sweep()
  expect(await provider.count('refresh_token')).toBe(users.length)
})
