import { days } from '../../kit/clock.ts'
import { deleteIdempotencyKeysBefore } from '../../storage/idempotency-keys.ts'
import type { Deps } from '../deps.ts'

const KEPT_MS = days(1)

/**
 * Forgets keys that nobody repeats any more.
 *
 * @returns how many
 */
export const sweepIdempotencyKeys = (deps: Deps): Promise<number> =>
  deleteIdempotencyKeysBefore(deps.db, deps.clock() - KEPT_MS)
