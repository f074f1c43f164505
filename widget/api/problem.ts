/** What went wrong, as the widget tells it: a stable code, and the server's own sentence where there is one. */
export type Problem = {
  readonly code: string
  /** The server's sentence; shown only where the widget has no better one for the code. */
  readonly message: string | null
  /** What the page's developers want to know of it; never shown. */
  readonly cause?: string | undefined
}

/** The session is over and nobody gave a new one: the whole widget stops, not one row. */
export type SessionOver = { readonly kind: 'session_over' }

/** A request was refused or failed; `fields` names the inputs that a 422 complained about. */
export type RequestProblem = {
  readonly kind: 'problem'
  readonly problem: Problem
  readonly status: number
  readonly fields: readonly string[]
  /** Before that it is of no use to ask again (RFC 9110 §10.2.3); 0 = the Worker did not say. */
  readonly retryAfterMs: number
}

export type RequestFailure = SessionOver | RequestProblem

export const problem = (code: string, message: string | null = null, cause?: string): Problem => ({
  code,
  message,
  cause,
})

/** A failure that no server answered for. `status` 0 says so. */
export const localFailure = (code: string, cause?: string): RequestProblem => ({
  kind: 'problem',
  problem: problem(code, null, cause),
  status: 0,
  fields: [],
  retryAfterMs: 0,
})

/** Somebody else was faster; a wish that it be gone is fulfilled all the same. */
export const isGone = (failure: RequestFailure): boolean =>
  failure.kind === 'problem' && failure.status === 404

/**
 * No answer or none that can be understood, too many questions, a fault of the server or of who gives the session: the same
 * request may well succeed a little later. `attempt_not_pending` too: another look at the attempt will say what it is instead.
 */
export const isPassing = (failure: RequestFailure): failure is RequestProblem =>
  failure.kind === 'problem' &&
  (failure.status === 0 ||
    failure.problem.code === 'attempt_not_pending' ||
    failure.status === 429 ||
    failure.status >= 500)
