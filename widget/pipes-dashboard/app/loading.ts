/** Data of a page: loading, failed, or there; and again when asked. A later question outruns an earlier answer. */
import type { ReactiveController } from 'lit'
import type { Answer, Refusal } from '../api/request.ts'
import type { Page } from './page.ts'

export type LoadState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'ready'; readonly value: T }

export class Loading<T> implements ReactiveController {
  state: LoadState<T> = { kind: 'loading' }
  readonly #host: Page
  readonly #load: () => Answer<T>
  #latest = 0
  /** Whose it is: somebody else may see more, or less. */
  #reader = ''

  constructor(host: Page, load: () => Answer<T>) {
    this.#host = host
    this.#load = load
    host.addController(this)
  }

  hostConnected(): void {
    // A page that somebody has come back to shows what it had until it knows better.
    void this.reload({ quietly: this.state.kind === 'ready' })
  }

  hostUpdate(): void {
    if (this.#reader !== readerOf(this.#host)) void this.reload({ quietly: true })
  }

  /** What is shown stays until the answer is there, unless it is about something else. */
  async reload({ quietly = false } = {}): Promise<void> {
    this.#latest += 1
    const mine = this.#latest
    this.#reader = readerOf(this.#host)
    if (!quietly) this.#set({ kind: 'loading' })
    const answer = await this.#load()
    if (mine !== this.#latest) return
    this.#set(
      answer.ok
        ? { kind: 'ready', value: answer.value }
        : { kind: 'failed', refusal: answer.failure },
    )
  }

  /** What a change has answered is as fresh as another question. */
  replace(value: T): void {
    this.#latest += 1
    this.#set({ kind: 'ready', value })
  }

  #set(state: LoadState<T>): void {
    this.state = state
    this.#host.requestUpdate()
  }
}

const readerOf = ({ app: { operator } }: Page): string => `${operator.id} ${operator.role}`
