/** Scrubbing an object's file takes nothing from it, wherever it is stopped. The bytes: npm run drill:keys. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { dumpOf, objectOf, recordsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'
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

test('an object without a record gets no table', async () => {
  const object = env.OWNER_ACCOUNTS.getByName('nobody')
  await runInDurableObject(object, (_, { storage }) => scrubAccounts(storage))
  expect(await dumpOf(object)).toEqual([])
})
