/** Reads the list, shows what the page wants of it, and tells the page of connections that work no longer. */
import type { Integration } from '../api/integration.ts'
import type { Listed, PipesApi } from '../api/pipes-api.ts'
import { isPassing, type RequestFailure } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { PipesReauthorizationNeededEvent } from './events.ts'
import { isOver } from './row.ts'
import type { Fact } from './state.ts'

/** Which providers a page wants to show. */
export type Filter = (integration: Integration) => boolean

/** Coming back to the page reads the list again, but not more often than this. */
const FRESH_FOR_MS = 5_000
/** One hiccup of the network is not worth an error on the screen. */
const HICCUP_MS = 800
/** What fails is said then, and read again after so long, and after twice as long when that fails, too. */
const RETRY_MS = 5000
const LONGEST_RETRY_MS = 300_000

export type ListingInput = {
  readonly api: PipesApi
  readonly surroundings: Surroundings
  readonly learn: (fact: Fact) => void
  /** Aborted while the element is out of the document. */
  readonly alive: () => AbortSignal
  readonly host: Pick<EventTarget, 'dispatchEvent'>
}

export class Listing {
  readonly #input: ListingInput
  /** One that has been overtaken by a newer one must not win. */
  #readings = 0
  #retryMs = RETRY_MS
  #readAt = -Infinity
  /** As the Worker told it last. */
  #listed: Listed | null = null
  #filter: Filter | null = null
  /** The connections that the page has been told of, as being over. */
  #knownOver = new Set<string>()

  constructor(input: ListingInput) {
    this.#input = input
  }

  get isFresh(): boolean {
    return this.#input.surroundings.now() - this.#readAt <= FRESH_FOR_MS
  }

  /** @returns `overtaken` where nobody waits for it any more */
  async read(): Promise<RequestFailure | 'shown' | 'overtaken'> {
    const { api, surroundings, alive } = this.#input
    const reading = ++this.#readings
    let answer = await api.listIntegrations()
    if (!answer.ok && isPassing(answer.failure) && !answer.failure.retryAfterMs) {
      await surroundings.pause(HICCUP_MS, alive())
      answer = await api.listIntegrations()
    }
    if (reading !== this.#readings || alive().aborted) return 'overtaken'
    if (!answer.ok) return answer.failure
    this.#readAt = surroundings.now()
    this.#retryMs = RETRY_MS
    this.#listed = answer.value
    this.show()
    return 'shown'
  }

  /**
   * After a reading that failed: ever later, and only where nobody has read meanwhile.
   *
   * @param notBeforeMs what the Worker has asked for
   */
  async readLater(notBeforeMs: number, read: () => Promise<void>): Promise<void> {
    const { surroundings, alive } = this.#input
    const signal = alive()
    const readings = this.#readings
    const pauseMs = Math.max(notBeforeMs, this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
    await surroundings.pause(pauseMs, signal)
    if (!signal.aborted && readings === this.#readings) await read()
  }

  /** @param filter null: all that there are */
  filterBy(filter: Filter | null): void {
    this.#filter = filter
  }

  /** What was read last, as it is filtered now. */
  show(): void {
    if (this.#listed === null) return
    const { integrations, shared } = this.#listed
    const shown = this.#filter === null ? integrations : integrations.filter(this.#filter)
    this.#input.learn({ kind: 'loaded', integrations: shown, shared })
    this.#tellOver(shown)
  }

  #tellOver(shown: readonly Integration[]): void {
    const over = shown.flatMap(({ slug, accounts }) =>
      accounts.filter(isOver).map((account) => ({ slug, account })),
    )
    const known = this.#knownOver
    this.#knownOver = new Set(over.map(({ account }) => account.id))
    for (const { slug, account } of over) {
      if (known.has(account.id)) continue
      this.#input.host.dispatchEvent(new PipesReauthorizationNeededEvent(slug, account))
    }
  }
}
