/**
 * Follows an attempt to its end by asking the Worker. Nothing else is believed: a window that looks closed may
 * only have been cut off by the provider's `Cross-Origin-Opener-Policy`, and messages get lost.
 */
import type { Attempt, PipesApi } from '../api/pipes-api.ts'
import { isPassing, problem } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { failedWith, type ConnectOutcome } from './outcome.ts'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 3000
const GROWTH = 1.25
/** The server ends an attempt after ten minutes; this is for a network that never comes back to say so. */
const GIVE_UP_AFTER_MS = 20 * 60_000

export type Follow = {
  readonly api: PipesApi
  readonly surroundings: Pick<Surroundings, 'pause' | 'now'>
  readonly attemptId: string
  readonly verifier: string
  /** The user stopped waiting, or the widget went away. */
  readonly signal: AbortSignal
  /** The user is at the provider, or what could not be completed is to be tried again. */
  readonly onWaiting: () => void
  /** The provider said yes, and the attempt is being completed. */
  readonly onCompleting: () => void
  /** The session is over; resolves when there is a new one, and the attempt is followed further. */
  readonly untilSessionIsBack: () => Promise<void>
}

/** Asks after 1 s, ever more slowly up to 3 s, and at once when the user comes back to the page. */
export const followAttempt = async (follow: Follow): Promise<ConnectOutcome> => {
  const { surroundings, signal } = follow
  const giveUpAt = surroundings.now() + GIVE_UP_AFTER_MS
  let pauseMs = FIRST_PAUSE_MS
  // An answer that is slow, or never comes, is not waited for by somebody who has stopped waiting.
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', resolve as () => void)
  })

  while (surroundings.now() < giveUpAt) {
    await surroundings.pause(pauseMs, signal, { wakeOnReturn: true })
    if (signal.aborted) return { kind: 'cancelled' }
    pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS)

    const outcome = await Promise.race([askOnce(follow), stopped])
    if (signal.aborted) return { kind: 'cancelled' }
    if (outcome?.kind === 'session_over') await follow.untilSessionIsBack()
    else if (outcome !== null) return outcome
  }
  return { kind: 'failed', problem: problem('attempt_expired') }
}

/** One look at the attempt; null = not over yet. */
const askOnce = async (follow: Follow): Promise<ConnectOutcome | null> => {
  const asked = await follow.api.getAttempt(follow.attemptId)
  if (!asked.ok) return isPassing(asked.failure) ? null : failedWith(asked.failure)
  if (asked.value.status !== 'pending') return outcomeOf(asked.value)
  // Who has cancelled meanwhile is not connected.
  if (follow.signal.aborted) return null

  follow.onCompleting()
  const completed = await follow.api.completeAttempt(follow.attemptId, follow.verifier, null)
  if (completed.ok) return outcomeOf(completed.value)
  if (!isPassing(completed.failure)) return failedWith(completed.failure)
  // Between two tries it can be given up.
  follow.onWaiting()
  return null
}

/** What the attempt's status means for the row; null = not over yet, also for a status that is not known here. */
export const outcomeOf = (attempt: Attempt): ConnectOutcome | null => {
  const { status, account } = attempt
  if (status === 'completed') return { kind: 'connected', account }
  const code = FAILURES.get(status)
  return code === undefined ? null : { kind: 'failed', problem: attempt.problem ?? problem(code) }
}

/** By status; the code where the Worker gives none. */
const FAILURES = new Map([
  ['expired', 'attempt_expired'],
  ['rejected', 'completion_refused'],
  ['failed', 'provider_error'],
])
