/** How a connect ends. */
import type { ConnectedAccount } from '../api/integration.ts'
import type { Problem, RequestFailure } from '../api/problem.ts'

export type ConnectOutcome =
  | { readonly kind: 'connected'; readonly account: ConnectedAccount | null }
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      /** The inputs that the Worker complained about, as its request names them. */
      readonly fields?: readonly string[]
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'session_over' }
  /** This tab is on its way to the provider. */
  | { readonly kind: 'left' }

export const failedWith = (failure: RequestFailure): ConnectOutcome =>
  failure.kind === 'session_over'
    ? failure
    : { kind: 'failed', problem: failure.problem, fields: failure.fields }
