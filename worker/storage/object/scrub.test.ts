/** Scrubbing an object's file takes nothing from it, wherever it is stopped. The bytes: npm run drill:keys. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { dumpOf, objectOf, recordsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
import { twoConnections } from '../../test/two-connections.ts'
import { HAD_SEVERAL } from './account-records.ts'
import { scrubAccounts } from './scrub.ts'

const setUp = async () => {
  const h = await seedEnvironment()
  const account = await h.connectedAccount(await h.createProvider())
  return { h, account, object: await objectOf(account.reference) }
}

test('the records stay as they are, and nothing but them stays', async () => {
  const { h, account, object } = await setUp()
  const before = await dumpOf(object)
  await runInDurableObject(object, (_, { storage }) => scrubAccounts(storage))
  expect(await dumpOf(object)).toEqual(before)
  await evictDurableObject(object)
  expect(await dumpOf(object)).toEqual(before)
  expect((await h.vend(account)).token).toBe(account.accessToken)
})

test('what was stopped halfway is finished by the next time', async () => {
  const { account, object } = await setUp()
  const before = await recordsOf(account.reference)
  await runInDurableObject(object, async (_, { storage }) => {
    const stopped = {
      ...storage,
      sql: storage.sql,
      sync: () => Promise.reject(new Error('killed')),
    }
    stopped.transactionSync = (work) => storage.transactionSync(work)
    await expect(scrubAccounts(stopped)).rejects.toThrow('killed')
  })
  await evictDurableObject(object)
  expect(await recordsOf(account.reference)).toEqual(before)
  await runInDurableObject(object, (_, { storage }) => scrubAccounts(storage))
  expect(JSON.stringify(await dumpOf(object))).not.toContain('filler')
  expect(await recordsOf(account.reference)).toEqual(before)
})

test('where there were several, each stays, though the file was large', async () => {
  const { first, second, vend } = await twoConnections()
  const object = await objectOf(first.reference)
  const long = 'x'.repeat(700_000)
  await runInDurableObject(object, (_, { storage: { sql } }) => {
    sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.reason', ?) WHERE account_id = ?`,
      long,
      second.accountId,
    )
  })
  // The table that is made anew comes last.
  const dump = async () => (await dumpOf(object)).map((row) => JSON.stringify(row)).toSorted()
  const before = await dump()
  expect(before).toContain(JSON.stringify(HAD_SEVERAL))
  await runInDurableObject(object, (_, { storage }) => scrubAccounts(storage))
  expect(await dump()).toEqual(before)
  await evictDurableObject(object)
  expect((await vend(second)).token).toBe(second.accessToken)
})

test('an object without a record gets no table', async () => {
  const object = env.OWNER_ACCOUNTS.getByName('nobody')
  await runInDurableObject(object, (_, { storage }) => scrubAccounts(storage))
  expect(await dumpOf(object)).toEqual([])
})
