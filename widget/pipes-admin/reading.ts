/** Reads what is on the screen, tells when it cannot be read, and when the session is over. */
import type { AdminApi } from '../api/admin-api.ts'
import { isPassing, localFailure, type RequestFailure } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { PipesErrorEvent, PipesSessionExpiredEvent } from '../pipes-widget/events.ts'
import type { Fact, State } from './state.ts'

/** How long it shows that it is loading before it says that nobody gave it a session. */
const SOURCE_DEADLINE_MS = 10_000
/** Coming back to the page reads everything again, but not more often than this. */
const FRESH_FOR_MS = 5_000
const SESSION_CHECK_MS = 500
/** One hiccup of the network is not worth an error on the screen. */
const RETRY_AFTER_MS = 800
/** What fails is said then, and read again after so long, and after twice as long when that fails, too. */
const RETRY_MS = 5000
const LONGEST_RETRY_MS = 300_000

export type ReadingInput = {
  readonly api: AdminApi
  readonly surroundings: Surroundings
  /** Hears the events. */
  readonly host: EventTarget
  readonly hasSource: () => boolean
  /** Reads once more, without a word. */
  readonly again: () => void
  readonly state: () => State
  readonly learn: (fact: Fact) => void
  readonly alive: () => AbortSignal
}

export class Reading {
  readonly #input: ReadingInput
  /** One that has been overtaken by a newer one must not win. */
  #readings = 0
  #readAt = -Infinity
  #retryMs = RETRY_MS

  constructor(input: ReadingInput) {
    this.#input = input
  }

  /**
   * @param isQuiet nobody waits for it: a failure that is on the screen stays there meanwhile, and is not told again
   * @returns whether it was read, and is the latest reading
   */
  async read(isQuiet = false): Promise<boolean> {
    const { api, surroundings, learn, alive } = this.#input
    const reading = ++this.#readings
    const isOvertaken = (): boolean => reading !== this.#readings || alive().aborted
    if (!isQuiet) learn({ kind: 'load-started' })
    const may = await api.mayManage()
    if (isOvertaken()) return false
    if (!may.ok) return this.#failed(may.failure)
    if (!may.value) return this.#notPermitted()

    let answer = await api.list()
    if (!answer.ok && isPassing(answer.failure) && !answer.failure.retryAfterMs) {
      await surroundings.pause(RETRY_AFTER_MS, alive())
      answer = await api.list()
    }
    if (isOvertaken()) return false
    if (!answer.ok) return this.#failed(answer.failure)
    this.#readAt = surroundings.now()
    this.#retryMs = RETRY_MS
    learn({ kind: 'loaded', configurations: answer.value })
    return true
  }

  /** Whether it is time to look again: another tab, or another administrator, may have changed something. */
  isStale(): boolean {
    return this.#input.surroundings.now() - this.#readAt > FRESH_FOR_MS
  }

  sessionExpired(): void {
    const state = this.#input.state()
    if (state.kind === 'session_expired' || (state.kind === 'ready' && state.isSessionOver)) return
    this.#input.learn({ kind: 'session-expired' })
    this.#input.host.dispatchEvent(new PipesSessionExpiredEvent())
  }

  /** The list tells: it is read again as soon as there is a new session. */
  async untilSessionIsBack(): Promise<void> {
    this.sessionExpired()
    const { surroundings, state, alive } = this.#input
    const isOver = (now: State): boolean => now.kind !== 'ready' || now.isSessionOver
    while (isOver(state()) && !alive().aborted) {
      await surroundings.pause(SESSION_CHECK_MS, alive())
    }
  }

  async complainWithoutSource(signal: AbortSignal): Promise<void> {
    await this.#input.surroundings.pause(SOURCE_DEADLINE_MS, signal)
    if (!this.#input.hasSource() && !signal.aborted) this.#failed(localFailure('session_missing'))
  }

  #notPermitted(): false {
    this.#input.learn({ kind: 'not-permitted' })
    // The administrator can do nothing about it; whoever made the page can.
    const { problem } = localFailure('widget_permission_missing')
    this.#input.host.dispatchEvent(new PipesErrorEvent(problem, null))
    return false
  }

  #failed(failure: RequestFailure): false {
    if (failure.kind === 'session_over') {
      this.sessionExpired()
      return false
    }
    if (failure.problem.code === 'widget_permission_missing') return this.#notPermitted()
    const before = this.#input.state().kind
    this.#input.learn({ kind: 'load-failed', problem: failure.problem })
    if (this.#input.state().kind !== 'ready' && before !== 'failed') {
      this.#input.host.dispatchEvent(new PipesErrorEvent(failure.problem, null))
    }
    void this.#readLater(failure.retryAfterMs)
    return false
  }

  /** Ever later, and not before the Worker wants it; unless somebody reads meanwhile. */
  async #readLater(notBeforeMs: number): Promise<void> {
    const { surroundings, alive, again } = this.#input
    const signal = alive()
    const readings = this.#readings
    const pauseMs = Math.max(notBeforeMs, this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
    await surroundings.pause(pauseMs, signal)
    if (!signal.aborted && readings === this.#readings) again()
  }
}
