/** What D1 has acknowledged and does not know any more: it was put back to a time before (security.md F44). */
import type { AccountRecord } from '../domain/grant.ts'
import type { Result } from '../kit/result.ts'
import { accountById } from '../storage/connected-accounts.ts'
import type { Deps } from '../use-cases/deps.ts'
import { tryRepeatedly } from '../use-cases/tokens/try-repeatedly.ts'

type Acknowledged = Pick<AccountRecord, 'projected' | 'projectedStatus'>

/**
 * Asks D1 what it has of a record.
 *
 * @returns nothing where D1 is not behind, and for a row that is gone: only an export brings that back
 */
export const forgotten = (
  deps: Deps,
  { reference, accountId, sequence }: AccountRecord,
): Promise<Result<Acknowledged | undefined, unknown>> =>
  tryRepeatedly(1, { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }, async () => {
    const row = await accountById(deps.db, reference.environmentId, accountId)
    if (row === undefined || row.sequence >= sequence) return undefined
    return { projected: row.sequence, projectedStatus: row.state === 'pending' ? null : row.state }
  })

/** A tombstone that D1 could not be asked about: as if it had never heard of the end. */
export const unheard = (tombstone: AccountRecord): AccountRecord => ({
  ...tombstone,
  projected: tombstone.sequence - 1,
  projectedStatus: 'connected',
})
