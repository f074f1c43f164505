/** What the cron job has an object do for one account: what its lost alarm should have done, or a keep-alive. */
import { isKeptAlive, proactiveRefreshAt, refreshDueAt } from '../domain/care.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import type { ObjectParts } from './object-parts.ts'

/**
 * @param keepAliveDays what its environment wants kept alive
 * @returns whether it was due, and left to end unused
 */
export async function careFor(
  { deps: { clock, timings }, records }: ObjectParts,
  books: Bookkeeping,
  record: AccountRecord,
  keepAliveDays: number | undefined,
  refresh: (accountId: string) => Promise<unknown>,
): Promise<boolean> {
  const now = clock()
  const isDue = refreshDueAt(record, timings) <= now
  const isWanted =
    isKeptAlive(record, keepAliveDays, now) ||
    (proactiveRefreshAt(record, timings) ?? Infinity) <= now
  if (isDue && isWanted) await refresh(record.accountId)
  if (isDue && !isWanted) records.put({ ...record, leftAt: now })
  await books.remind(record.accountId)
  return isDue && !isWanted
}
