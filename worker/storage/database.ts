/** D1 through Drizzle. Writes are values: a use-case commits what belongs together in one batch. */
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database & { readonly $client: D1Database }

/** A statement that has not run yet. */
export type Write = BatchItem<'sqlite'>

export const openDatabase = (binding: D1Database): Database => drizzle(binding)

/** Runs the writes as one transaction: all of them, or none. */
export async function commit(db: Database, writes: readonly Write[]): Promise<void> {
  const [first, ...rest] = writes
  if (first !== undefined) await db.batch([first, ...rest])
}

/** Neither D1 nor its copy in KV answered. */
export class StorageSilent extends Error {
  override readonly name = 'StorageSilent'
}
