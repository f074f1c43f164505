/** Ends attempts that nobody completed, gives their candidates back, and forgets old rows. */
import { days, seconds } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import {
  abandonedAttempts,
  deleteAttemptsBefore,
  type ConnectAttempt,
} from '../../storage/connect-attempts.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { attemptIntegration } from './attempt-integration.ts'
import { isTaken } from './complete-connect.ts'
import { endAttempt } from './end-attempt.ts'
import { finishWithoutVerifier } from './keep-grant.ts'

const BATCH = 50
// Each attempt takes some queries, and one run of a Worker has a thousand of them.
const MAX_BATCHES = 4
const KEPT_MS = days(1)
const SLACK_MS = seconds(20)

/** @returns how many attempts were ended */
export async function sweepAttempts(deps: Deps): Promise<number> {
  // Two requests to the provider, each with its own deadline, and the storing.
  const exchangeMs = 2 * deps.timings.providerDeadlineMs + SLACK_MS
  let count = 0
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const now = deps.clock()
    const abandoned = await abandonedAttempts(deps.db, now, now - exchangeMs, BATCH)
    let ended = 0
    for (const attempt of abandoned) if (await sweep(deps, attempt)) ended += 1
    count += ended
    if (abandoned.length < BATCH || ended === 0) break
  }
  await deleteAttemptsBefore(deps.db, deps.clock() - KEPT_MS)
  return count
}

async function sweep(deps: Deps, attempt: ConnectAttempt): Promise<boolean> {
  try {
    if (await isLackingItsLastStepOnly(deps, attempt)) {
      // Superseded, it has ended as well.
      await finishWithoutVerifier(deps, attempt)
      return true
    }
    const code = attempt.status === 'exchanging' ? 'exchange_unknown' : 'attempt_expired'
    if (!(await endAttempt(deps, attempt, { status: 'failed', code, from: [attempt.status] })))
      return false
    await revokeCandidate(deps, attempt)
    return true
  } catch (error) {
    deps.log.warn('sweep_failed', { attempt_id: attempt.id, ...errorFields(error) })
    return false
  }
}

/** Whose user has done everything: D1 fell silent while the connection was made. */
const isLackingItsLastStepOnly = async (deps: Deps, attempt: ConnectAttempt): Promise<boolean> =>
  attempt.status === 'pending' &&
  (attempt.binding !== 'verifier' || (await isTaken(deps, attempt))) &&
  (await attemptIntegration(deps, attempt)).ok
