/**
 * Back to the registered address that was frozen at the start. What a page's script needs travels in
 * the fragment, which no server and no Referer sees; a backend, which sees none, gets the query.
 */
import type { ConnectAttempt } from '../../../storage/connect-attempts.ts'

type Outcome = { readonly completionCode: string } | { readonly error: string }

/** @returns undefined when the attempt began without an address to go back to */
export function returnAddress(attempt: ConnectAttempt, outcome: Outcome): string | undefined {
  if (attempt.returnTo === null) return undefined
  const target = new URL(attempt.returnTo)
  const params = {
    pipes_attempt: attempt.id,
    ...('error' in outcome
      ? { pipes_error: outcome.error }
      : { pipes_completion_code: outcome.completionCode }),
  }
  if (attempt.origin === null) {
    for (const [name, value] of Object.entries(params)) target.searchParams.set(name, value)
  } else {
    target.hash = new URLSearchParams(params).toString()
  }
  return target.href
}

/** The app waits behind its return address, and in no other window, for how the attempt ends. */
export const endsInSameTab = (attempt: ConnectAttempt): boolean =>
  attempt.binding === 'verifier' && attempt.handoffTokenHash === null

/** For a page at which an attempt ends: the way on, with the reason that the app can show. */
export function backToApp(
  attempt: ConnectAttempt | undefined,
  error: string,
): { readonly action?: { readonly label: string; readonly href: string } } {
  const href = attempt === undefined ? undefined : returnAddress(attempt, { error })
  return href === undefined ? {} : { action: { label: 'Back to the app', href } }
}
