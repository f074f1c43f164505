/** Several connections of one owner in one object: each lives, is refreshed and ends for itself. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, expect, test, vi } from 'vitest'
import { accountRow, epochsOf, eventsOf, objectOf, recordsOf, rowsOf } from '../test/faults.ts'
import { holdReached, isAliveOutside, releaseHold } from '../test/outside.ts'
import { noted, twoConnections } from '../test/two-connections.ts'
import type { OwnerAccounts } from './owner-accounts.ts'

afterEach(() => {
  vi.useRealTimers()
})

const laterBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

test('the first is the compatibility one, the next is standard, in the object and in D1', async () => {
  const { h, first, second } = await twoConnections()
  const roles = (await recordsOf(first.reference)).map(({ accountId, role }) => [accountId, role])
  expect(Object.fromEntries(roles)).toEqual({
    [first.accountId]: 'compatibility',
    [second.accountId]: 'standard',
  })
  const rows = await rowsOf<{ id: string; connection_role: string }>(
    'SELECT id, connection_role FROM connected_accounts WHERE environment_id = ? ORDER BY id',
    h.environment.id,
  )
  expect(rows.map(({ connection_role: role }) => role)).toEqual(['compatibility', 'standard'])
})

test('two that have run out are refreshed at once, each by one request of its own', async () => {
  const { provider, first, second, vend } = await twoConnections(-1)
  const vends = await Promise.all(
    Array.from({ length: 20 }, (_, index) => vend(index % 2 === 0 ? first : second)),
  )
  expect(vends.map(({ status }) => status)).toEqual(vends.map(() => 200))
  const tokens = [0, 1].map((odd) =>
    vends.filter((_, index) => index % 2 === odd).map(({ token }) => token),
  )
  expect(tokens.map((own) => new Set(own).size)).toEqual([1, 1])
  expect(tokens[0]?.[0]).not.toBe(tokens[1]?.[0])
  expect(await provider.count('refresh_token')).toBe(2)
  expect((await provider.seen()).reuses).toBe(0)
  expect(await epochsOf(first.accountId)).toEqual([1, 2])
  expect(await epochsOf(second.accountId)).toEqual([1, 2])
})

test('one is ended while the other is refreshed: the one gets nothing, the other its token', async () => {
  const { provider, first, second, vend, disconnect } = await twoConnections(-1)
  const name = `beside-${provider.clientId}`
  await provider.faults('refresh_token', { kind: 'hold_after', name })
  const refreshing = vend(second)
  await holdReached(name)
  expect((await disconnect(first)).status).toBe(204)
  expect((await vend(first)).body).toEqual({ active: false, error: 'not_installed' })
  await releaseHold(name)

  const { token } = await refreshing
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect((await vend(second)).token).toBe(token)
  await expect.poll(async () => (await accountRow(first.accountId)).revocation).toBe('revoked')
  expect(await isAliveOutside(first.accessToken)).toBe(false)
  expect(await isAliveOutside(token ?? '')).toBe(true)
  expect(await epochsOf(second.accountId)).toEqual([1, 2])
  expect((await accountRow(second.accountId)).state).toBe('connected')
})

test('a provider that refuses one of them ends the other one not', async () => {
  const { h, provider, first, second, vend } = await twoConnections(-1)
  await provider.revokeGrants('two')
  expect((await vend(second)).body).toEqual({ active: false, error: 'needs_reauthorization' })
  expect((await vend(first)).body.active).toBe(true)
  await expect
    .poll(() => eventsOf(second.accountId, 'account_connection'))
    .toEqual(['connected', 'reauthorization_needed'])
  expect(await eventsOf(second.accountId)).toEqual([])
  expect(await eventsOf(first.accountId)).toEqual(['connected'])
  const [told] = await rowsOf<{ data: string }>(
    `SELECT data FROM events WHERE name = 'pipes.account_connection.reauthorization_needed'
       AND environment_id = ?`,
    h.environment.id,
  )
  expect(JSON.parse(told?.data ?? '')).toMatchObject({
    id: second.accountId,
    connection_role: 'standard',
    account_identifier: 'two',
    account_display_name: 'Work',
    state: 'needs_reauthorization',
  })
})

test('one alarm looks after all, though a provider hangs for one of them', async () => {
  const { provider, first, second, vend } = await twoConnections(3600)
  await Promise.all([vend(first), vend(second)])
  await Promise.all([noted(first), noted(second)])
  laterBy(56 * 60_000)
  const name = `alarm-${provider.clientId}`
  await provider.faults('refresh_token', { kind: 'hold_before', name })
  const alarm = runDurableObjectAlarm(await objectOf(first.reference))
  await holdReached(name)
  const epochs = async () => {
    const records = await recordsOf(first.reference)
    return records.map(({ credential }) => credential?.epoch ?? 0).toSorted((a, b) => a - b)
  }
  await expect.poll(epochs).toEqual([1, 2])
  await releaseHold(name)
  await alarm
  expect(await epochs()).toEqual([2, 2])
  expect(await provider.count('refresh_token')).toBe(2)
})

test('a tombstone goes when it is old, and the others stay', async () => {
  const { first, second, vend, disconnect } = await twoConnections()
  await disconnect(first)
  const object = await objectOf(first.reference)
  await runDurableObjectAlarm(object)
  laterBy(2 * 86_400_000)
  await runInDurableObject(object, (instance: OwnerAccounts) => instance.alarm())
  vi.useRealTimers()
  const left = await recordsOf(first.reference)
  expect(left.map(({ accountId }) => accountId)).toEqual([second.accountId])
  expect((await vend(second)).token).toBe(second.accessToken)
})

test('a connection that cannot be moved to another key keeps none of the others under the old one', async () => {
  const { first, second } = await twoConnections()
  const object = await objectOf(first.reference)
  await runInDurableObject(object, (_, { storage: { sql } }) => {
    sql.exec(
      `UPDATE accounts SET record = json_set(record, '$.credential.wrappedKey', 'w1.k9.x')
       WHERE account_id = ?`,
      first.accountId,
    )
  })
  await evictDurableObject(object)
  const outcome = await object.rewrap({ v: 1, reference: first.reference, slug: first.slug })
  expect(outcome).toMatchObject({ moved: { accountIds: [second.accountId] } })
  expect(outcome.kind).not.toBe('rewrapped')
})
