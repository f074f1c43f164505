/** Nobody waits without end for a D1 that hangs. */
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { commit, openDatabase, StorageSilent } from './database.ts'
import { insertEvent } from './events.ts'
import { events } from './schema/events.ts'

const DEADLINE_MS = 5

const event = {
  id: 'event_1',
  environmentId: 'environment_1',
  name: 'pipes.connected_account.connected',
  data: {},
  createdAt: 1,
} as const

const hang = (): Promise<never> => new Promise(() => undefined)
const statement = (): D1PreparedStatement =>
  Object.getPrototypeOf(env.DB.prepare('SELECT 1')) as D1PreparedStatement

test('a statement that hangs fails as silence', async () => {
  vi.spyOn(statement(), 'raw').mockImplementation(hang)
  vi.spyOn(statement(), 'first').mockImplementation(hang)
  const db = openDatabase(env.DB, DEADLINE_MS)
  await expect(db.select().from(events)).rejects.toMatchObject({
    cause: { name: 'StorageSilent' },
  })
  const bare = db.$client.prepare('SELECT ?').bind(1).first()
  await expect(bare).rejects.toBeInstanceOf(StorageSilent)
})

test('a batch that hangs fails as silence', async () => {
  vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, 'batch').mockImplementation(hang)
  const db = openDatabase(env.DB, DEADLINE_MS)
  await expect(commit(db, [insertEvent(db, event)])).rejects.toBeInstanceOf(StorageSilent)
})

test('what D1 answers in time arrives as it is, and no timer stays behind', async () => {
  const set = vi.spyOn(globalThis, 'setTimeout')
  const clear = vi.spyOn(globalThis, 'clearTimeout')
  const db = openDatabase(env.DB)
  await commit(db, [insertEvent(db, event)])
  expect(await db.select().from(events)).toHaveLength(1)
  expect(await db.$client.prepare('SELECT ? AS n').bind(7).first('n')).toBe(7)
  await expect(db.$client.prepare('SELECT nothing').all()).rejects.toThrow('D1_ERROR')
  const timers = set.mock.results.map(({ value }) => value as unknown)
  expect(timers.length).toBeGreaterThanOrEqual(4)
  expect(clear.mock.calls.map(([timer]) => timer as unknown)).toEqual(timers)
})

test('a failure that comes after the deadline disturbs nobody', async () => {
  const late = Promise.withResolvers<never>()
  vi.spyOn(statement(), 'first').mockImplementation(() => late.promise)
  const unhandled: unknown[] = []
  const listen = (failed: PromiseRejectionEvent) => void unhandled.push(failed.reason)
  addEventListener('unhandledrejection', listen)
  const asked = openDatabase(env.DB, DEADLINE_MS).$client.prepare('SELECT 1').first()
  await expect(asked).rejects.toBeInstanceOf(StorageSilent)
  late.reject(new Error('D1_ERROR: too late'))
  await new Promise((resolve) => setTimeout(resolve))
  removeEventListener('unhandledrejection', listen)
  expect(unhandled).toEqual([])
})
