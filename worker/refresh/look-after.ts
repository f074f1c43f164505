/** What an object does for one of its accounts when its alarm goes: what D1 lacks, what is over, what is due. */
import { proactiveRefreshAt } from '../domain/care.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import { isErasable, isUnprojected } from './due-list.ts'
import { unheard } from './forgotten.ts'
import type { ObjectParts } from './object-parts.ts'

export async function lookAfter(
  { deps, records }: ObjectParts,
  books: Bookkeeping,
  accountId: string,
  refresh: (accountId: string) => Promise<unknown>,
): Promise<void> {
  const record = records.get(accountId)
  if (record === undefined) return
  if (isUnprojected(record)) await books.tell(accountId)
  const now = deps.clock()
  if (isErasable(record, now)) {
    // A D1 that was put back to before the end would bring the connection back here.
    if (await books.remind(accountId)) records.remove(accountId)
    else records.put(unheard(record))
    return
  }
  const dueAt = proactiveRefreshAt(record, deps.timings)
  if (dueAt !== null && dueAt <= now) await refresh(accountId)
}
