import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import worker from '../../index.ts'
import { epochsOf, rowsOf } from '../../test/faults.ts'
import { seedEnvironment } from '../../test/harness.ts'

const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

test('what a disconnect left behind is erased a while later; what is connected, or only just ended, stays', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const kept = await h.connectedAccount(provider, { userId: 'user_kept' })
  const ended = await h.connectedAccount(provider, { userId: 'user_ended' })
  const end = (updatedAt: number) =>
    rowsOf(
      `UPDATE connected_accounts SET state = 'disconnected', updated_at = ${updatedAt} WHERE id = ?`,
      ended.accountId,
    )
  await end(Date.now())
  await sweep()
  expect(await epochsOf(ended.accountId)).toEqual([1])
  await end(Date.now() - 11 * 60_000)
  await sweep()
  expect(await epochsOf(ended.accountId)).toEqual([])
  expect(await epochsOf(kept.accountId)).toEqual([1])
})
