/** D1 through Drizzle. Writes are values: a use-case commits what belongs together in one batch. */
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import { seconds } from '../kit/clock.ts'

export type Database = DrizzleD1Database & { readonly $client: D1Database }

/** A statement that has not run yet. */
export type Write = BatchItem<'sqlite'>

// Above what vending waits before it makes do with KV's copy, below what a caller waits for us.
const D1_DEADLINE_MS = seconds(10)

/**
 * @param deadlineMs how long a statement or a batch may take, milliseconds; then it fails with
 * `StorageSilent`. A write that is given up may still happen.
 */
export const openDatabase = (binding: D1Database, deadlineMs = D1_DEADLINE_MS): Database =>
  drizzle(impatient(binding, deadlineMs))

/** Runs the writes as one transaction: all of them, or none. */
export async function commit(db: Database, writes: readonly Write[]): Promise<void> {
  const [first, ...rest] = writes
  if (first !== undefined) await db.batch([first, ...rest])
}

/** D1 did not answer in time, or neither did its copy in KV. */
export class StorageSilent extends Error {
  override readonly name = 'StorageSilent'
}

const ANSWERS: ReadonlySet<PropertyKey> = new Set(['first', 'run', 'all', 'raw'])

/** The binding as it is, but that nobody waits for it without end. */
function impatient(binding: D1Database, deadlineMs: number): D1Database {
  // D1 takes its own statements only.
  const ownOf = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        const call = (...values: unknown[]): unknown => Reflect.apply(member, target, values)
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        return ANSWERS.has(name)
          ? async (...values: unknown[]) => within(deadlineMs, call(...values))
          : call
      },
    })
    ownOf.set(wrapped, statement)
    return wrapped
  }
  return {
    prepare: (query) => wrap(binding.prepare(query)),
    batch: async (statements) =>
      within(
        deadlineMs,
        binding.batch(statements.map((statement) => ownOf.get(statement) ?? statement)),
      ),
    exec: async (query) => within(deadlineMs, binding.exec(query)),
    withSession: (constraint) => binding.withSession(constraint),
    dump: () => binding.dump(),
  }
}

/** The race holds on to both: what comes after the deadline is dropped, a failure as well. */
async function within<T>(deadlineMs: number, work: T | Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new StorageSilent('no answer from D1')), deadlineMs)
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}
