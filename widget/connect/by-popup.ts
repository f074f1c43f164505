/** Connect in a window of its own: the page stays where it is and follows the attempt. */
import type { Aim, Config } from '../api/pipes-api.ts'
import { problem } from '../api/problem.ts'
import type { Popup, Surroundings } from '../browser/surroundings.ts'
import { followAttempt, type Follow } from './follow-attempt.ts'
import { handOff } from './handoff.ts'
import { failedWith, type ConnectOutcome } from './outcome.ts'
import { challengeOf, createVerifier } from './verifier.ts'

export type ByPopup = Omit<Follow, 'attemptId' | 'verifier' | 'surroundings'> & {
  readonly slug: string
  readonly aim: Aim
  /** What the provider's fields were answered with. */
  readonly config: Config
  /** Opened synchronously in the click, still empty: after an `await` the browser would refuse it. */
  readonly popup: Popup
  readonly surroundings: Surroundings
  /** The window never answered the handoff, so windows do not work on this page. */
  readonly onUnreachable: () => void
}

/** Closes the window again whenever there is no attempt, or no more interest in it. */
export const connectByPopup = async (input: ByPopup): Promise<ConnectOutcome> => {
  const { api, popup, surroundings, signal } = input
  const verifier = createVerifier(surroundings.randomBytes)
  const challenge = await challengeOf(verifier)
  if (challenge === null) return closing(popup, failedAs('insecure_context'))

  const authorized = await api.authorize(input.slug, input.aim, input.config, challenge, null)
  if (signal.aborted) return closing(popup, { kind: 'cancelled' })
  if (!authorized.ok) return closing(popup, failedWith(authorized.failure))

  const { attemptId, url, redirectToken, handoffToken } = authorized.value
  if (handoffToken === null) return closing(popup, failedAs('server_error'))
  // Not a new entry in the window's history: "back" at the provider must not lead to the empty page.
  popup.location.replace(url)
  input.onWaiting()

  const unreachable = new AbortController()
  const following = AbortSignal.any([signal, unreachable.signal])
  void handOff(popup, { url, handoffToken, redirectToken }, surroundings, following).then(
    async (answered) => {
      if (answered || following.aborted) return
      const attempt = await api.getAttempt(attemptId)
      // The answer may be what got lost: the attempt tells whether the window has left for the provider.
      if (attempt.ok && attempt.value.status === 'created') unreachable.abort()
    },
  )

  const outcome = await followAttempt({ ...input, attemptId, verifier, signal: following })
  // An attempt that has ended ends in a page of its own in that window, which says how and closes itself.
  if (outcome.kind !== 'cancelled') return outcome
  if (!unreachable.signal.aborted) return closing(popup, outcome)
  input.onUnreachable()
  return closing(popup, failedAs('handoff_failed'))
}

const failedAs = (code: string): ConnectOutcome => ({ kind: 'failed', problem: problem(code) })

const closing = (popup: Popup, outcome: ConnectOutcome): ConnectOutcome => {
  popup.close()
  return outcome
}
