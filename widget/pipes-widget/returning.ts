/** This page was come back to, from a connect in the same tab; the rest is done by the script that is loaded for it. */
import { takeReturn } from '../connect/take-return.ts'
import type { Finished, MoreModule, SameTabInput } from '../more/contract.ts'
import type { OnDemand } from './on-demand.ts'

export class Returning {
  readonly #scripts: OnDemand
  readonly #input: SameTabInput
  #fragment: URLSearchParams | null = null
  #sameTab: InstanceType<MoreModule['SameTab']> | null = null

  constructor(scripts: OnDemand, input: SameTabInput) {
    this.#scripts = scripts
    this.#input = input
  }

  take(): void {
    this.#fragment ??= takeReturn(this.#input.surroundings)
  }

  /** @returns nothing where nobody has come back, or it has ended already, or the script cannot be had yet */
  async finish(): Promise<Finished | null | undefined> {
    if (this.#fragment !== null) {
      const more = await this.#scripts.needMore()
      if (more === null) return null
      this.#sameTab = new more.SameTab(this.#fragment, this.#input)
      this.#fragment = null
    }
    return this.#sameTab?.finish()
  }
}
