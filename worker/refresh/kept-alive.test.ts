/** What an environment wants kept alive: everything, nothing, or what is used now and then. */
import {
  createExecutionContext,
  createScheduledController,
  evictDurableObject,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import worker from '../index.ts'
import { accountRow, objectOf } from '../test/faults.ts'
import { seedEnvironment, type TestAccount } from '../test/harness.ts'
import { sendRaw } from '../test/http-laws.ts'
import { operatorPass } from '../test/operator.ts'

const DAY = 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}
const sweep = () => worker.scheduled(createScheduledController(), env, createExecutionContext())

const setKeepAlive = async (environmentId: string, days: number | null): Promise<void> => {
  const changed = await sendRaw(`/environments/${environmentId}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await operatorPass()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ keep_alive_days: days }),
  })
  expect(await changed.json()).toMatchObject({ keep_alive_days: days })
}

/** As if the provider ended what lies unused for ninety days. */
const limitIdle = async (account: TestAccount): Promise<void> => {
  const object = await objectOf(account.reference)
  await runInDurableObject(object, (_, state) => {
    state.storage.sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.rules', json(?))`,
      JSON.stringify({ idleMs: 90 * DAY, absoluteMs: null }),
    )
  })
  await evictDurableObject(object)
  await env.DB.prepare('UPDATE connected_accounts SET next_care_at = ? WHERE id = ?')
    .bind(Date.now() + 20 * DAY, account.accountId)
    .run()
}

test('a connection that is used too seldom is left to its limit, until its environment wants it', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3600 })
  await limitIdle(account)
  await setKeepAlive(h.environment.id, 7)

  laterBy(21 * DAY)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(0)
  const left = await accountRow(account.accountId)
  // Looked at again in a week, and its user is told of what is coming.
  expect(left.next_care_at).toBeGreaterThan(Date.now() + 6 * DAY)
  const shown = await h.api('GET', `/connected_accounts/${account.accountId}`)
  expect(await shown.json()).toMatchObject({ needs_user_reason: 'idle_limit' })
  await sweep()
  expect(await provider.count('refresh_token')).toBe(0)

  await setKeepAlive(h.environment.id, null)
  laterBy(8 * DAY)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(1)
  const kept = await h.api('GET', `/connected_accounts/${account.accountId}`)
  expect(await kept.json()).toMatchObject({ state: 'connected', needs_user_reason: null })
})

test('what is used within the days is kept alive, and with 0 nothing is', async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const account = await h.connectedAccount(provider, { expiresInSeconds: 3600 })
  await limitIdle(account)
  await setKeepAlive(h.environment.id, 0)
  laterBy(21 * DAY)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(0)

  await setKeepAlive(h.environment.id, 30)
  laterBy(8 * DAY)
  await sweep()
  expect(await provider.count('refresh_token')).toBe(1)
})
