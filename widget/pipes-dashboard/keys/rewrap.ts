/**
 * A walk through everything that an old key wraps, slice by slice, as `npm run keys -- rewrap` does it. What is
 * moved is moved: it may be stopped, the page may be left, and the next walk finds only what is left.
 */
import type { ReactiveControllerHost } from 'lit'
import type { OperatorApi } from '../api/operator-api.ts'

type Numbers = {
  /** What there was at the beginning, and what of it is moved. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Of those that failed, rows that do not open under the key that they name: no walk moves them. */
  readonly broken: number
  readonly text: string
}

type RewrapState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'moving' | 'done' | 'stopped' } & Numbers)

export class Rewrap {
  state: RewrapState = { kind: 'idle' }
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>
  #isStopped = false

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host
  }

  stop(): void {
    this.#isStopped = true
  }

  async run(
    api: Pick<OperatorApi, 'rewrap' | 'checkKey'>,
    key: { readonly id: string; readonly rows: number; readonly objects: number },
  ): Promise<void> {
    if (this.state.kind === 'moving') return
    this.#isStopped = false
    let total = key.rows + key.objects
    let failed = 0
    let broken = 0
    const show = (kind: 'moving' | 'done' | 'stopped', left: number, text?: string): void => {
      const done = Math.max(total - left, 0)
      const counted = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} moved.`
      this.state = { kind, total, done, failed, broken, text: text ?? counted }
      this.#host.requestUpdate()
    }
    show('moving', total)
    for (let after: string | null = null; ;) {
      const answer = await api.rewrap(key.id, after)
      const left = this.state.kind === 'idle' ? total : this.state.total - this.state.done
      if (!answer.ok) return show('stopped', left, answer.failure.message)
      const { remaining, failed: more } = answer.value
      failed += more
      const now = remaining.rows + remaining.objects
      // What refreshes and sign-ins of others sealed meanwhile under an older ring counts, too.
      total = Math.max(total, now)
      after = answer.value.after
      if (after === null) {
        broken = failed === 0 ? 0 : await countBroken(api, key.id)
        return show('done', now)
      }
      if (this.#isStopped) return show('stopped', now)
      show('moving', now)
    }
  }
}

/** What cannot be asked about counts as nothing: it is said to have failed already. */
async function countBroken(api: Pick<OperatorApi, 'checkKey'>, kid: string): Promise<number> {
  let broken = 0
  for (let after: string | null = null; ;) {
    const answer = await api.checkKey(kid, after)
    if (!answer.ok) return broken
    broken += answer.value.broken
    after = answer.value.after
    if (after === null) return broken
  }
}
