/** Keys of requests that must not be done twice, and the account that each of them makes. */
import { and, eq, lt } from 'drizzle-orm'
import type { Database } from './database.ts'
import { idempotencyKeys } from './schema/idempotency-keys.ts'

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect

/**
 * Takes a key, or finds who has taken it.
 *
 * @returns the row as it is kept; of many who come at once for one key, all get the same
 */
export async function claimIdempotencyKey(
  db: Database,
  row: IdempotencyRow,
): Promise<IdempotencyRow> {
  const [, kept] = await db.batch([
    db.insert(idempotencyKeys).values(row).onConflictDoNothing(),
    db
      .select()
      .from(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.environmentId, row.environmentId),
          eq(idempotencyKeys.keyHash, row.keyHash),
        ),
      ),
  ])
  const [found] = kept
  if (found === undefined) throw new Error('a key that was just written is not there')
  return found
}

/**
 * Forgets, in any environment, what was taken before a time.
 *
 * @returns how many keys
 */
export async function deleteIdempotencyKeysBefore(db: Database, time: number): Promise<number> {
  const gone = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, time))
    .returning({ createdAt: idempotencyKeys.createdAt })
  return gone.length
}
