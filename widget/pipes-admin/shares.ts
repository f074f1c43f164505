/**
 * What the organization shares: connected in a window, in this tab, or by what was typed; named, chosen, disconnected. One
 * connect at most for each row.
 */
import type { AdminApi } from '../api/admin-api.ts'
import type { AccountChanges, Aim, Config, PipesApi } from '../api/pipes-api.ts'
import { isGone, problem } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { takeReturn } from '../connect/take-return.ts'
import type { ConnectOutcome } from '../connect/outcome.ts'
import type { FormEntry } from '../connect-form/contract.ts'
import {
  PipesConnectedEvent,
  PipesDisconnectedEvent,
  PipesErrorEvent,
} from '../pipes-widget/events.ts'
import type { Flows } from './dialogs/contract.ts'
import type { Reports } from './reports.ts'
import type { Fact, Row } from './state.ts'

export type SharesInput = {
  readonly api: AdminApi
  /** Null where their script cannot be loaded. */
  readonly flows: () => Promise<Flows | null>
  readonly surroundings: Surroundings
  readonly reports: Reports
  /** Hears the events. */
  readonly host: EventTarget
  readonly row: (key: string) => Row | undefined
  readonly learn: (fact: Fact) => void
  readonly load: () => Promise<void>
  /** Others may want to read anew. */
  readonly changed: () => void
  /** Aborted while the element is out of the document. */
  readonly alive: () => AbortSignal
  /** The title of the empty window. */
  readonly openingTitle: (name: string) => string
  readonly untilSessionIsBack: () => Promise<void>
}

export class Shares {
  readonly #input: SharesInput
  #running = new Map<string, AbortController>()
  #popupsWork = true
  #returned: URLSearchParams | null = null

  constructor(input: SharesInput) {
    this.#input = input
  }

  /** The page may have been loaded again by a connect in this tab. */
  takeReturn(): void {
    this.#returned ??= takeReturn(this.#input.surroundings, 'pipes-admin')
  }

  /** Has to be called inside the click; so does `submit`: the window is opened before anything is awaited. */
  async connect(row: Row, aim: Aim): Promise<void> {
    await this.#conclude(row.key, await this.#byOAuth(row, aim, {}))
  }

  async submit(row: Row, aim: Aim, entry: FormEntry): Promise<void> {
    if (entry.method === 'oauth') {
      return this.#conclude(row.key, await this.#byOAuth(row, aim, entry.config))
    }
    const { learn, api } = this.#input
    learn({ kind: 'started', key: row.key, activity: 'sending' })
    const { slug } = row.configuration
    const flows = await this.#input.flows()
    await this.#conclude(
      row.key,
      flows ? await flows.connectBySecret(slug, aim, entry, shared(flows, api)) : UNAVAILABLE,
    )
  }

  /** Stops waiting. What is still done at the provider is never completed and lapses by itself. */
  cancel(key: string): void {
    const { row, reports } = this.#input
    this.#running.get(key)?.abort()
    // The page itself may have refused to be left.
    if (row(key)?.activity === 'leaving') reports.ended(key, 'connect-cancelled')
  }

  /** @param row with the account that is meant */
  async disconnect({ key, configuration }: Row): Promise<void> {
    const { api, alive, learn, load, reports } = this.#input
    const account = configuration.shared?.integration.account
    // Somebody else was faster.
    if (!account) return reports.ended(key, 'disconnected')
    learn({ kind: 'started', key, activity: 'disconnecting' })
    const flows = await this.#input.flows()
    if (flows === null) return this.#conclude(key, UNAVAILABLE)
    const answer = await shared(flows, api).disconnect(account.id)
    if (alive().aborted) return
    if (!answer.ok && !isGone(answer.failure)) {
      reports.refused(key, answer.failure)
      return load()
    }
    const { slug } = configuration
    this.#input.changed()
    reports.ended(key, 'disconnected', new PipesDisconnectedEvent(slug, account.id))
    await load()
  }

  /** What it is called, and that it is the one that members use. */
  async change(key: string, accountId: string, changes: AccountChanges): Promise<void> {
    const { api, alive, learn, load, reports } = this.#input
    learn({ kind: 'started', key, activity: 'saving' })
    const flows = await this.#input.flows()
    if (flows === null) return this.#conclude(key, UNAVAILABLE)
    const answer = await shared(flows, api).change(accountId, changes)
    if (alive().aborted) return
    if (answer.ok) {
      this.#input.changed()
      learn({ kind: 'changed', key })
    } else {
      reports.refused(key, answer.failure)
    }
    await load()
  }

  /** Completes what began before this page was loaded again, or says why there is nothing to complete. */
  async finishReturn(): Promise<void> {
    const returned = this.#returned
    if (returned === null) return
    this.#returned = null
    const flows = await this.#input.flows()
    const ended = await flows?.finishReturn(returned, this.#input)
    if (!ended) return
    if ('outcome' in ended) return this.#conclude(ended.key, ended.outcome)
    this.#input.learn({ kind: 'returned-with-problem', problem: ended.problem })
    this.#input.host.dispatchEvent(new PipesErrorEvent(ended.problem, null))
  }

  async #byOAuth({ key, configuration }: Row, aim: Aim, config: Config): Promise<ConnectOutcome> {
    const { surroundings, learn, alive, openingTitle, untilSessionIsBack } = this.#input
    const { slug, name } = configuration
    const started = (activity: 'starting' | 'waiting' | 'completing'): void =>
      learn({ kind: 'started', key, activity })
    const popup = this.#popupsWork ? surroundings.openPopup(openingTitle(name)) : null
    started('starting')
    const flows = await this.#input.flows()
    if (flows === null) {
      popup?.close()
      return UNAVAILABLE
    }
    const api = shared(flows, this.#input.api)
    if (popup === null) {
      return flows.connectByRedirect(slug, aim, config, api, surroundings, 'pipes-admin')
    }

    const own = new AbortController()
    this.#running.set(key, own)
    const outcome = await flows.connectByPopup({
      slug,
      aim,
      config,
      popup,
      api,
      surroundings,
      signal: AbortSignal.any([own.signal, alive()]),
      onWaiting: () => started('waiting'),
      onCompleting: () => started('completing'),
      onUnreachable: () => {
        this.#popupsWork = false
      },
      untilSessionIsBack: async () => {
        await untilSessionIsBack()
        started('waiting')
      },
    })
    this.#running.delete(key)
    return outcome
  }

  async #conclude(key: string, outcome: ConnectOutcome): Promise<void> {
    const { reports, row, learn, load, alive } = this.#input
    if (alive().aborted) return
    switch (outcome.kind) {
      case 'cancelled':
        return reports.ended(key, 'connect-cancelled')
      case 'left':
        return learn({ kind: 'started', key, activity: 'leaving' })
      case 'session_over':
        return reports.refused(key, outcome)
      case 'failed':
        reports.failed(key, outcome)
        return load()
      case 'connected': {
        const slug = row(key)?.configuration.slug ?? ''
        this.#input.changed()
        reports.ended(key, 'connected', new PipesConnectedEvent(slug, outcome.account))
        return load()
      }
    }
  }
}

const UNAVAILABLE: ConnectOutcome = { kind: 'failed', problem: problem('form_unavailable') }

const shared = ({ createSharedApi }: Flows, { client, apiUrl }: AdminApi): PipesApi =>
  createSharedApi(client, apiUrl)
