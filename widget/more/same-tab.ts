/** The page was loaded again by a connect in this tab: it completes it, or says why there is nothing to complete. */
import { problem } from '../api/problem.ts'
import { completeReturn, returnOf, type Return } from './by-redirect.ts'
import type { Finished, SameTabInput } from './contract.ts'

export class SameTab {
  readonly #input: SameTabInput
  #returned: Return | null

  constructor(fragment: URLSearchParams, input: SameTabInput) {
    this.#input = input
    this.#returned = returnOf(fragment, input.surroundings)
  }

  /** @returns null where it has ended already */
  async finish(): Promise<Finished | null> {
    const { api, surroundings, learn, alive } = this.#input
    const returned = this.#returned
    if (returned === null) return null
    this.#returned = null
    const { attemptId, kept, result } = returned
    if (kept === null) {
      const code = result.kind === 'error' ? result.code : 'completion_refused'
      return { slug: null, problem: problem(code) }
    }
    const { slug, verifier } = kept
    if (result.kind === 'error') {
      return { slug, outcome: { kind: 'failed', problem: problem(result.code) } }
    }
    learn({ kind: 'connect-completing', slug })
    const input = { attemptId, verifier, completionCode: result.completionCode }
    const outcome = await completeReturn(input, api, surroundings, alive())
    // The next session completes it.
    if (outcome.kind === 'session_over') this.#returned = returned
    return { slug, outcome }
  }
}
