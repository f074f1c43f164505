/** Old code and new code at once, for some minutes after a deploy; and storage that was put back. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, test, vi } from 'vitest'
import { epochsOf, objectOf, putBack, recordOf, rowsOf } from '../test/faults.ts'
import { seedEnvironment, type TestAccount } from '../test/harness.ts'

afterEach(() => {
  vi.useRealTimers()
})

const setUp = async (expiresInSeconds = 3600) => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds })
  return { h, provider, account }
}

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

const recordText = async (account: TestAccount): Promise<string> =>
  runInDurableObject(
    await objectOf(account.reference),
    (_, { storage: { sql } }) =>
      sql.exec<{ record: string }>('SELECT record FROM accounts').one().record,
  )

/** The members that a record of the first version had. */
const asFirstWritten = (text: string): string => {
  const {
    rules: _rules,
    grantedAt: _grantedAt,
    lastUsedAt: _lastUsedAt,
    rejectedAt: _rejectedAt,
    revoking: _revoking,
    endedAt: _endedAt,
    credential,
    ...record
  } = JSON.parse(text) as Record<string, unknown> & { credential: Record<string, unknown> }
  const { refreshExpiresAt: _, ...first } = credential
  return JSON.stringify({ ...record, credential: first })
}

test('a record that earlier code wrote is vended, refreshed and looked after', async () => {
  const { h, provider, account } = await setUp()
  await putBack(account.reference, asFirstWritten(await recordText(account)))
  expect((await h.vend(account)).token).toBe(account.accessToken)
  await expect.poll(async () => (await recordOf(account.reference)).lastUsedAt).not.toBeNull()
  laterBy(3_700_000)
  expect((await h.vend(account)).status).toBe(200)
  expect(await provider.count('refresh_token')).toBe(1)
})

test('an exchanger of earlier code commits to an object of this code', async () => {
  const { h, account } = await setUp()
  const { credential } = await recordOf(account.reference)
  if (credential === null) throw new Error('no credential')
  const { refreshExpiresAt: _, ...first } = credential
  const object = await objectOf(account.reference)
  const request = {
    v: 1 as const,
    accountId: account.accountId,
    leaseId: 'lease_of_before',
    credential: { ...first, epoch: 2 } as typeof credential,
    sealedClient: null,
  }
  expect(await object.commit(request)).toEqual({ kind: 'committed' })
  expect((await recordOf(account.reference)).credential).toMatchObject({
    epoch: 2,
    refreshExpiresAt: null,
  })
  expect((await h.vend(account)).status).toBe(500)
})

test('D1 put back to a day ago: the object’s epoch wins, and D1 learns of it', async () => {
  const { h, provider, account } = await setUp(-1)
  const before = await rowsOf<Record<string, string>>(
    'SELECT * FROM credential_versions WHERE account_id = ?',
    account.accountId,
  )
  const { token } = await h.vend(account)
  await rowsOf(
    'DELETE FROM credential_versions WHERE account_id = ? AND epoch = 2',
    account.accountId,
  )
  expect(before).toHaveLength(1)
  expect((await h.vend(account)).token).toBe(token)
  await evictDurableObject(await objectOf(account.reference))
  expect((await h.vend(account)).token).toBe(token)
  laterBy(7_200_000)
  expect((await h.vend(account)).status).toBe(200)
  expect((await provider.seen()).reuses).toBe(0)
  expect(await epochsOf(account.accountId)).toEqual([1, 3])
})

test('an object put back to before a refresh does not spend the old token: D1’s escrow is ahead', async () => {
  const { h, provider, account } = await setUp(-1)
  const old = await recordText(account)
  const { token } = await h.vend(account)
  await putBack(account.reference, old)
  expect((await recordOf(account.reference)).credential?.epoch).toBe(1)
  expect((await h.vend(account)).token).toBe(token)
  expect((await provider.seen()).reuses).toBe(0)
  expect(await provider.count('refresh_token')).toBe(1)
})
