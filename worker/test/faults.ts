/** What can go wrong inside: a silent D1, a killed object. And what is where, for looking at it. */
import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { AccountRecord } from '../domain/grant.ts'
import { ownerObjectText, type OwnerReference } from '../domain/owner.ts'
import { sha256Hex } from '../kit/digest.ts'
import { OwnerAccounts } from '../refresh/owner-accounts.ts'
import { TokenExchanger } from '../refresh/token-exchanger.ts'

const d1 = (): D1Database => Object.getPrototypeOf(env.DB) as D1Database

/** D1 does not answer from here on, for statements that match; all of them unless told. */
export function silenceD1(matching = /^/): { readonly heal: () => void } {
  const prepare = Object.getOwnPropertyDescriptor(d1(), 'prepare')?.value as (
    this: D1Database,
    query: string,
  ) => D1PreparedStatement
  const spy = vi.spyOn(d1(), 'prepare').mockImplementation(function (this: D1Database, query) {
    if (matching.test(query)) throw new Error('D1_ERROR: no answer')
    return prepare.call(this, query)
  })
  return { heal: () => spy.mockRestore() }
}

/** Counts statements that are prepared for D1 from here on, those that match. */
export function countD1(matching = /^/): () => number {
  const spy = vi.spyOn(d1(), 'prepare')
  return () => spy.mock.calls.filter(([query]) => matching.test(query)).length
}

/** D1 takes its time with each batch, until it is released. */
export function holdBatches(): { readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const slow = batchAfter(() => promise)
  vi.spyOn(d1(), 'batch').mockImplementation(slow)
  return { release: resolve }
}

/** Somebody else is faster: between what a request has read and what it writes. */
export function beforeNextBatch(happens: () => Promise<unknown>): void {
  const late = batchAfter(happens)
  vi.spyOn(d1(), 'batch').mockImplementationOnce(late)
}

/** Made before anybody spies on it: it goes on to the real one. */
function batchAfter(happens: () => Promise<unknown>) {
  const batch = Object.getOwnPropertyDescriptor(d1(), 'batch')?.value as (
    this: D1Database,
    statements: D1PreparedStatement[],
  ) => Promise<D1Result[]>
  return async function (this: D1Database, statements: D1PreparedStatement[]) {
    await happens()
    return batch.call(this, statements)
  }
}

/**
 * Kills the object each time it is told of a new token, until it is disarmed.
 *
 * @returns `exhausted`: resolves when the exchanger has given up, after four tries or its time
 */
export function killAtCommit(): {
  readonly disarm: () => void
  readonly exhausted: () => Promise<void>
} {
  const exchanges = vi.spyOn(TokenExchanger.prototype, 'refresh')
  const spy = vi.spyOn(OwnerAccounts.prototype, 'commit').mockImplementation(async function (
    this: OwnerAccounts,
  ): Promise<never> {
    const { ctx } = this as unknown as { ctx: DurableObjectState }
    ctx.abort('killed by a test')
    throw new Error('killed by a test')
  })
  return {
    disarm: () => spy.mockRestore(),
    exhausted: () =>
      vi.waitFor(
        () => expect(exchanges.mock.settledResults).toMatchObject([{ type: 'fulfilled' }]),
        { timeout: 10_000 },
      ),
  }
}

export async function objectOf(
  reference: OwnerReference,
): Promise<DurableObjectStub<OwnerAccounts>> {
  return env.OWNER_ACCOUNTS.getByName(await sha256Hex(ownerObjectText(reference)))
}

/** The records that an object keeps in its SQLite; none where it has no table. */
export async function recordsOf(reference: OwnerReference): Promise<AccountRecord[]> {
  return runInDurableObject(await objectOf(reference), (_, state) => {
    const { sql } = state.storage
    const tables = sql.exec(`SELECT name FROM sqlite_master WHERE name = 'accounts'`).toArray()
    if (tables.length === 0) return []
    const rows = sql.exec<{ record: string }>('SELECT record FROM accounts').toArray()
    return rows.map(({ record }) => JSON.parse(record) as AccountRecord)
  })
}

/** The object loses all that it ever kept, as after a restore of its storage to an empty state. */
export async function forgetObject(reference: OwnerReference): Promise<void> {
  const object = await objectOf(reference)
  await runInDurableObject(object, (_, state) => state.storage.deleteAll())
  await evictDurableObject(object)
}

/** The object's storage as it was: its life ends before, and with it whatever that still had to note. */
export async function putBack(reference: OwnerReference, record: string): Promise<void> {
  await abortAllDurableObjects()
  const object = await objectOf(reference)
  await runInDurableObject(object, (_, { storage: { sql } }) => {
    sql.exec('UPDATE accounts SET record = ?', record)
  })
  await evictDurableObject(object)
}

/** What an object's SQLite holds: each row of each table. */
export async function dumpOf(object: DurableObjectStub<OwnerAccounts>): Promise<unknown[]> {
  return runInDurableObject(object, (_, { storage: { sql } }) => {
    const names = sql.exec<{ name: string }>(`SELECT name FROM sqlite_master`).toArray()
    return names
      .filter(({ name }) => !/^(?:_cf_|sqlite_)/.test(name))
      .flatMap(({ name }) => [name, ...sql.exec(`SELECT * FROM "${name}"`).toArray()])
  })
}

/** The one record of an owner who has one account. */
export async function recordOf(reference: OwnerReference): Promise<AccountRecord> {
  const [record] = await recordsOf(reference)
  if (record === undefined) throw new Error('the object keeps nothing')
  return record
}

export async function rowsOf<Row>(query: string, ...values: readonly string[]): Promise<Row[]> {
  const { results } = await env.DB.prepare(query)
    .bind(...values)
    .all<Row>()
  return results
}

/** What was told of an account to whoever knows of one connection only, or of every one. */
export const eventsOf = async (
  accountId: string,
  family: 'connected_account' | 'account_connection' = 'connected_account',
): Promise<string[]> => {
  const rows = await rowsOf<{ name: string }>(
    `SELECT name FROM events WHERE json_extract(data, '$.id') = ? AND name GLOB ? ORDER BY id`,
    accountId,
    `pipes.${family}.*`,
  )
  return rows.map(({ name }) => name.replace(`pipes.${family}.`, ''))
}

export type AccountRow = {
  readonly state: string
  readonly reason: string | null
  readonly sequence: number
  readonly revocation: string | null
  readonly next_care_at: number | null
}

export async function accountRow(accountId: string): Promise<AccountRow> {
  const [row] = await rowsOf<AccountRow>('SELECT * FROM connected_accounts WHERE id = ?', accountId)
  if (row === undefined) throw new Error('no such account')
  return row
}

export const epochsOf = async (accountId: string): Promise<number[]> => {
  const rows = await rowsOf<{ epoch: number }>(
    'SELECT epoch FROM credential_versions WHERE account_id = ? ORDER BY epoch',
    accountId,
  )
  return rows.map(({ epoch }) => epoch)
}
