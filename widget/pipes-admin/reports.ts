/** How the work on a row ended: told to the state, and to the page. */
import { problem, type Problem, type RequestFailure } from '../api/problem.ts'
import { PipesErrorEvent } from '../pipes-widget/events.ts'
import type { EndKind, Fact, Row } from './state.ts'

export type ReportsInput = {
  /** Hears the events. */
  readonly host: EventTarget
  readonly row: (key: string) => Row | undefined
  readonly learn: (fact: Fact) => void
  readonly sessionExpired: () => void
}

export class Reports {
  readonly #input: ReportsInput

  constructor(input: ReportsInput) {
    this.#input = input
  }

  ended(key: string, news: EndKind, event?: Event): void {
    this.#input.learn({ kind: 'ended', key, news })
    if (event) this.#input.host.dispatchEvent(event)
  }

  refused(key: string, failure: RequestFailure): void {
    if (failure.kind === 'session_over') this.#input.sessionExpired()
    const fields = failure.kind === 'problem' ? failure.fields : []
    this.failed(key, { problem: problemOf(failure), fields })
  }

  failed(
    key: string,
    why: { readonly problem: Problem; readonly fields?: readonly string[] },
  ): void {
    this.#input.learn({ kind: 'failed', key, problem: why.problem, fields: why.fields ?? [] })
    // Of the session its own event tells.
    if (why.problem.code === SESSION_OVER) return
    const slug = this.#input.row(key)?.configuration.slug ?? null
    this.#input.host.dispatchEvent(new PipesErrorEvent(why.problem, slug))
  }
}

/** Said in a row or a dialog, where what was typed stays. */
const SESSION_OVER = 'session_over'

export const problemOf = (failure: RequestFailure): Problem =>
  failure.kind === 'session_over' ? problem(SESSION_OVER) : failure.problem
