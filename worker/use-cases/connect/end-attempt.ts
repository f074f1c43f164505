/** Ends an attempt without a connection, and tells of it once. */
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { ConnectAttempt } from '../../storage/connect-attempts.ts'
import { endAttempt as endAttemptRow } from '../../storage/connect-attempts.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'
import { failureEvents } from './failure-events.ts'

type Ending = {
  readonly status: 'failed' | 'rejected'
  readonly code: AttemptFailureCode
  /** The provider's error code, already reduced to a known word. */
  readonly providerError?: string | undefined
  /** The states in which it may be ended; any open one unless told. */
  readonly from?: readonly ConnectAttempt['status'][] | undefined
}

/** @returns whether this call ended it; false when somebody else was first */
export async function endAttempt(
  deps: Deps,
  attempt: ConnectAttempt,
  { status, code, providerError, from }: Ending,
): Promise<boolean> {
  const now = deps.clock()
  const facts = { errorCode: code, providerError: providerError ?? null, now }
  const events = failureEvents(attempt, await targetOf(deps, attempt), facts)
  const ending = { status, failureCode: code }
  if (!(await endAttemptRow(deps.db, attempt, ending, { events, from, now }))) return false
  deps.log.warn('connect_failed', {
    environment_id: attempt.environmentId,
    attempt_id: attempt.id,
    slug: attempt.slug,
    outcome: status,
    code,
    reason: providerError,
  })
  return true
}

/** The connection that was to be authorized anew. */
const targetOf = async (
  deps: Deps,
  { environmentId, targetAccountId }: ConnectAttempt,
): Promise<ConnectedAccount | undefined> =>
  targetAccountId === null ? undefined : accountById(deps.db, environmentId, targetAccountId)
