/** What went wrong, as the widget tells it: a stable code, and the server's own sentence where there is one. */
export type Problem = {
  readonly code: string
  /** The server's sentence; shown only where the widget has no better one for the code. */
  readonly message: string | null
}

/** The session is over and nobody gave a new one: the whole widget stops, not one row. */
export type SessionOver = { readonly kind: 'session_over' }

/** A request was refused or failed; `fields` names the inputs that a 422 complained about. */
export type RequestProblem = {
  readonly kind: 'problem'
  readonly problem: Problem
  readonly status: number
  readonly fields: readonly string[]
}

export type RequestFailure = SessionOver | RequestProblem

export const problem = (code: string, message: string | null = null): Problem => ({ code, message })

/** A failure that no server answered for. `status` 0 says so. */
export const localFailure = (code: string): RequestProblem => ({
  kind: 'problem',
  problem: problem(code),
  status: 0,
  fields: [],
})

/** Somebody else was faster; a wish that it be gone is fulfilled all the same. */
export const isGone = (failure: RequestFailure): boolean =>
  failure.kind === 'problem' && failure.status === 404

/**
 * No answer, too many questions, a fault of the server: the same request may well succeed a little later.
 * `attempt_not_pending` too: another look at the attempt will say what it is instead.
 */
export const isPassing = (failure: RequestFailure): boolean =>
  failure.kind === 'problem' &&
  (failure.problem.code === 'network' ||
    failure.problem.code === 'attempt_not_pending' ||
    failure.status === 429 ||
    failure.status >= 500)
