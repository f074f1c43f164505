/** Ends attempts that nobody completed, gives their candidates back, and forgets old rows. */
import { days } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import { abandonedCandidates, deleteAttemptsBefore } from '../../storage/connect-attempts.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { endAttempt } from './end-attempt.ts'

const BATCH = 50
const KEPT_MS = days(1)

/** @returns how many attempts were ended */
export async function sweepAttempts(deps: Deps): Promise<number> {
  const abandoned = await abandonedCandidates(deps.db, deps.clock(), BATCH)
  for (const attempt of abandoned) {
    try {
      if (await endAttempt(deps, attempt, 'failed', 'attempt_expired')) {
        await revokeCandidate(deps, attempt)
      }
    } catch (error) {
      deps.log.warn('sweep_failed', { attempt_id: attempt.id, ...errorFields(error) })
    }
  }
  await deleteAttemptsBefore(deps.db, deps.clock() - KEPT_MS)
  return abandoned.length
}
