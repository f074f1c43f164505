/**
 * Connect in this very tab, for browsers that refuse windows. The verifier waits in sessionStorage, which no other
 * tab can read, under the attempt's id; the Worker sends the user back with the rest in the fragment.
 */
import type { Aim, Config, PipesApi } from '../api/pipes-api.ts'
import { isPassing, problem, type RequestFailure } from '../api/problem.ts'
import { asObject, asString } from '../api/read.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { keyOfAttempt, type Beginner } from '../connect/take-return.ts'
import { outcomeOf } from '../connect/follow-attempt.ts'
import { failedWith, type ConnectOutcome } from '../connect/outcome.ts'
import { challengeOf, createVerifier } from '../connect/verifier.ts'

/** @returns `left` when the tab is on its way; a refusal of this page as return address says so */
export const connectByRedirect = async (
  slug: string,
  aim: Aim,
  config: Config,
  api: PipesApi,
  surroundings: Surroundings,
  beginner: Beginner = 'pipes',
): Promise<ConnectOutcome> => {
  const verifier = createVerifier(surroundings.randomBytes)
  const challenge = await challengeOf(verifier)
  if (challenge === null) return { kind: 'failed', problem: problem('insecure_context') }

  const [returnTo = '', spot] = surroundings.page.url().split(/#(.*)/s)
  const authorized = await api.authorize(slug, aim, config, challenge, returnTo)
  if (!authorized.ok) return refused(authorized.failure)

  try {
    const kept = JSON.stringify({ slug, verifier, spot })
    surroundings.storage().setItem(keyOfAttempt(authorized.value.attemptId, beginner), kept)
  } catch {
    return { kind: 'failed', problem: problem('popup_blocked') }
  }
  surroundings.page.leave(authorized.value.url)
  return { kind: 'left' }
}

const refused = (failure: RequestFailure): ConnectOutcome => {
  const isReturnAddress =
    failure.kind === 'problem' &&
    (failure.problem.code.includes('return_to') || failure.fields.includes('return_to'))
  if (!isReturnAddress) return failedWith(failure)
  return { kind: 'failed', problem: problem('return_to_refused', failure.problem.message) }
}

/** What the fragment said when the page was loaded again. */
export type Return = {
  readonly attemptId: string
  /** Null when the attempt is unknown to this tab: begun elsewhere, or someone else's link. */
  readonly kept: { readonly slug: string; readonly verifier: string } | null
  readonly result:
    | { readonly kind: 'code'; readonly completionCode: string }
    | { readonly kind: 'error'; readonly code: string }
}

/** @param fragment what the Worker sent back with the user */
export const returnOf = (
  fragment: URLSearchParams,
  surroundings: Surroundings,
  beginner: Beginner = 'pipes',
): Return => {
  const attemptId = fragment.get('pipes_attempt') ?? ''
  const kept = keptFor(attemptId, surroundings, beginner)
  const completionCode = fragment.get('pipes_completion_code')
  if (completionCode !== null) return { attemptId, kept, result: { kind: 'code', completionCode } }
  const code = fragment.get('pipes_error') ?? 'provider_error'
  return { attemptId, kept, result: { kind: 'error', code } }
}

/** Read once: the entry is of no use to a second visit. */
const keptFor = (
  attemptId: string,
  surroundings: Surroundings,
  beginner: Beginner,
): Return['kept'] => {
  try {
    const storage = surroundings.storage()
    const place = keyOfAttempt(attemptId, beginner)
    const kept = asObject(JSON.parse(storage.getItem(place) ?? 'null'))
    storage.removeItem(place)
    // A return address has no fragment: where the user was on the page, the tab knows.
    if (typeof kept?.['spot'] === 'string') surroundings.page.leave(`#${kept['spot']}`)
    const slug = asString(kept?.['slug'])
    const verifier = asString(kept?.['verifier'])
    return slug === null || verifier === null ? null : { slug, verifier }
  } catch {
    return null
  }
}

const TRIES = 4
const PAUSE_MS = 1500

/** Completes what the redirect began. Repeated while the network fails, for completing is idempotent. */
export const completeReturn = async (
  input: { readonly attemptId: string; readonly verifier: string; readonly completionCode: string },
  api: PipesApi,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<ConnectOutcome> => {
  for (let tries = 1; ; tries++) {
    const completed = await api.completeAttempt(
      input.attemptId,
      input.verifier,
      input.completionCode,
    )
    if (signal.aborted) return { kind: 'cancelled' }
    if (completed.ok) {
      return outcomeOf(completed.value) ?? { kind: 'failed', problem: problem('server_error') }
    }
    if (!isPassing(completed.failure) || tries === TRIES) return failedWith(completed.failure)
    await surroundings.pause(PAUSE_MS * tries, signal)
  }
}
