/** The connects that are under way: in a window, in this tab, or by what was typed. One at most for each row. */
import type { Aim, Config, PipesApi } from '../api/pipes-api.ts'
import { localFailure } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { connectByPopup } from '../connect/by-popup.ts'
import { failedWith, type ConnectOutcome } from '../connect/outcome.ts'
import type { FormEntry } from '../connect-form/contract.ts'
import type { OnDemand } from './on-demand.ts'
import type { Row } from './row.ts'
import type { Fact } from './state.ts'

export type ConnectsInput = {
  readonly api: PipesApi
  readonly surroundings: Surroundings
  readonly row: (slug: string) => Row | undefined
  readonly learn: (fact: Fact) => void
  /** Aborted while the element is out of the document. */
  readonly alive: () => AbortSignal
  /** The title of the empty window. */
  readonly openingTitle: (name: string) => string
  readonly untilSessionIsBack: () => Promise<void>
  readonly scripts: OnDemand
}

export class Connects {
  readonly #input: ConnectsInput
  #running = new Map<string, AbortController>()
  #popupsWork = true

  constructor(input: ConnectsInput) {
    this.#input = input
  }

  /**
   * Has to be called inside the click: the window is opened before anything is awaited.
   *
   * @returns null where the row has something else to do
   */
  async start(slug: string, aim: Aim, config: Config): Promise<ConnectOutcome | null> {
    const { api, surroundings, learn, alive, openingTitle } = this.#input
    const row = this.#input.row(slug)
    if (row?.activity !== 'idle' && row?.activity !== 'entering') return null
    const title = openingTitle(row.integration.name)
    const popup = this.#popupsWork ? surroundings.openPopup(title) : null
    learn(
      row.activity === 'idle'
        ? { kind: 'connect-started', slug, aim }
        : { kind: 'form-sent', slug },
    )
    if (popup === null) {
      const more = await this.#input.scripts.needMore()
      if (more === null) return failedWith(localFailure('popup_blocked'))
      return more.connectByRedirect(slug, aim, config, api, surroundings)
    }

    const own = new AbortController()
    this.#running.set(slug, own)
    const outcome = await connectByPopup({
      slug,
      aim,
      config,
      popup,
      api,
      surroundings,
      signal: AbortSignal.any([own.signal, alive()]),
      onWaiting: () => learn({ kind: 'connect-waiting', slug }),
      onCompleting: () => learn({ kind: 'connect-completing', slug }),
      onUnreachable: () => {
        this.#popupsWork = false
      },
      untilSessionIsBack: async () => {
        await this.#input.untilSessionIsBack()
        learn({ kind: 'connect-waiting', slug })
      },
    })
    this.#running.delete(slug)
    return outcome
  }

  /** Has to be called inside the submit, for the same reason. */
  async submit(slug: string, entry: FormEntry): Promise<ConnectOutcome | null> {
    const row = this.#input.row(slug)
    if (row?.activity !== 'entering') return null
    if (entry.method === 'oauth') return this.start(slug, row.aim, entry.config)
    const form = await this.#input.scripts.needForm()
    if (form === null) return null
    this.#input.learn({ kind: 'form-sent', slug })
    return form.connectBySecret(slug, row.aim, entry, this.#input.api)
  }

  /** Stops waiting. What the user still does at the provider is never completed and lapses by itself. */
  cancel(slug: string): void {
    this.#running.get(slug)?.abort()
  }
}
