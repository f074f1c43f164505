/**
 * Does the widget's work and reports facts. It owns the API, the windows, the timers and the abort signals;
 * it never renders, and touches the state through `#learn` only.
 */
import type { ReactiveController } from 'lit'
import { apiFor, type Target } from '../api/ask-ahead.ts'
import { needsForm } from '../api/integration.ts'
import type { AccountChanges, Aim, PipesApi } from '../api/pipes-api.ts'
import { localFailure, problem, type Problem, type RequestFailure } from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { watchPage } from '../browser/watch-page.ts'
import { endConnection } from '../connect/end-connection.ts'
import { failedWith, type ConnectOutcome } from '../connect/outcome.ts'
import type { More } from '../more/contract.ts'
import type { ConnectForm, FormEntry, FormHost } from '../connect-form/contract.ts'
import type { Actions } from './actions.ts'
import { Connects } from './connects.ts'
import type { Host } from './host.ts'
import { Listing, type Filter } from './listing.ts'
import { needsMore } from './needs.ts'
import { OnDemand } from './on-demand.ts'
import { Returning } from './returning.ts'
import {
  PipesConnectedEvent,
  PipesDisconnectedEvent,
  PipesErrorEvent,
  PipesSessionExpiredEvent,
} from './events.ts'
import { aimed, usualAim, type Row } from './row.ts'
import { initialState, reduce, rowOf, type Fact, type State } from './state.ts'

/** How long the widget shows that it is loading before it says that nobody gave it a session. */
const SOURCE_DEADLINE_MS = 10_000
const SESSION_CHECK_MS = 500

export class PipesController implements ReactiveController, Actions {
  readonly #host: Host
  readonly #surroundings: Surroundings

  #state: State = initialState
  readonly #api: PipesApi
  /** Null until the page has given a source of tokens. */
  #target: Target | null = null
  readonly #scripts: OnDemand
  readonly #listing: Listing
  readonly #returning: Returning
  readonly #row = (slug: string): Row | undefined => rowOf(this.#state, slug)
  #tellOtherTabs: () => void = () => {}
  /** Aborted while the element is out of the document. */
  #alive = new AbortController()
  readonly #connects: Connects

  /** @param openingTitle of the empty window; the language is the element's concern */
  constructor(host: Host, surroundings: Surroundings, openingTitle: (name: string) => string) {
    this.#host = host
    this.#surroundings = surroundings
    this.#scripts = new OnDemand(host, surroundings)
    this.#api = apiFor(host, () => this.#target, surroundings)
    const common = {
      api: this.#api,
      surroundings,
      learn: (fact: Fact) => this.#learn(fact),
      alive: () => this.#alive.signal,
      row: this.#row,
    } as const
    this.#returning = new Returning(this.#scripts, common)
    this.#listing = new Listing({ ...common, host })
    this.#connects = new Connects({
      ...common,
      openingTitle,
      scripts: this.#scripts,
      untilSessionIsBack: () => this.#untilSessionIsBack(),
    })
    this.#alive.abort()
    host.addController(this)
  }

  get state(): State {
    return this.#state
  }

  hostConnected(): void {
    this.#returning.take()
    if (!this.#alive.signal.aborted) return
    this.#alive = new AbortController()
    const { signal } = this.#alive
    this.#tellOtherTabs = this.#surroundings.otherTabs(() => void this.look(), signal)
    watchPage(this.#surroundings, signal, {
      onReturn: () => this.#listing.isFresh || void this.look(),
      // "Back" from the provider: the page is as it was left, still on its way.
      onRestore: () => {
        this.#learn({ kind: 'stopped' })
        void this.look()
      },
    })
    if (this.#target) void this.load()
    else void this.#complainWithoutSource(signal)
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again in the same task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return
      this.#alive.abort()
      this.#learn({ kind: 'stopped' })
    })
  }

  /** Another Worker or another way to get tokens; null = not known yet. What is under way goes on with it. */
  useTarget(target: Target | null): void {
    this.#target = target
    if (this.#host.isConnected) void this.load()
  }

  /** Reads the list; a list that is already on the screen stays there meanwhile. */
  async load(): Promise<void> {
    this.#learn({ kind: 'load-started' })
    await this.look()
  }

  /** The same, with all that is on the screen: another tab, or time, may have changed the answer. */
  async look(): Promise<void> {
    if (this.#target === null) return
    const outcome = await this.#listing.read()
    if (outcome === 'overtaken') return
    if (outcome !== 'shown') return this.#loadFailed(outcome)
    await this.#finishReturn()
  }

  /** Null: all that there are. */
  useFilter(filter: Filter | null): void {
    this.#listing.filterBy(filter)
    if (this.#state.kind === 'ready') this.#listing.show()
  }

  async begin(slug: string, aim?: Aim): Promise<void> {
    const row = this.#row(slug)
    if (row?.activity !== 'idle') return
    const wanted = aim === undefined ? usualAim(row) : aim
    if (needsForm(aimed({ ...row, aim: wanted }).integration)) return this.#openForm(slug, wanted)
    await this.#conclude(slug, await this.#connects.start(slug, wanted, {}))
  }

  async #openForm(slug: string, aim: Aim): Promise<void> {
    this.#learn({ kind: 'form-asked', slug, aim })
    if (!(await this.#scripts.needForm())) {
      return this.#connectFailed(slug, problem('form_unavailable'))
    }
    this.#learn({ kind: 'form-opened', slug })
  }

  /** @returns the form of a row that has one on the screen */
  createForm(host: FormHost, row: Row): ConnectForm | null {
    return this.#scripts.form?.createForm(host, aimed(row), this) ?? null
  }

  /** @returns null until its script is there */
  more(language: string): More | null {
    return this.#scripts.moreFor(language, this.#target?.apiUrl ?? '')
  }

  async toggleDetails(slug: string): Promise<void> {
    this.#learn({ kind: 'details-toggled', slug })
    if (this.#row(slug)?.isOpen !== true || (await this.#scripts.needMore())) return
    this.#learn({ kind: 'details-toggled', slug })
    await this.#connectFailed(slug, problem('network'))
  }

  readonly search: Actions['search'] = (search) => this.#learn({ kind: 'searched', search })
  readonly dismissForm = (slug: string): void => this.#learn({ kind: 'form-dismissed', slug })
  readonly dismissDisconnect = (slug: string): void =>
    this.#learn({ kind: 'disconnect-dismissed', slug })

  async submitForm(slug: string, entry: FormEntry): Promise<void> {
    await this.#conclude(slug, await this.#connects.submit(slug, entry))
  }

  cancelConnect(slug: string): void {
    this.#connects.cancel(slug)
    // Also where the page itself has refused to be left.
    this.#learn({ kind: 'connect-cancelled', slug })
  }

  async askDisconnect(slug: string, accountId: string): Promise<void> {
    if (!(await this.#scripts.needMore())) return this.#connectFailed(slug, problem('network'))
    this.#learn({ kind: 'disconnect-asked', slug, aim: { accountId } })
  }

  async disconnect(slug: string): Promise<void> {
    const row = this.#row(slug)
    const account = row && aimed(row).integration.account
    if (!account) return this.dismissDisconnect(slug)
    this.#learn({ kind: 'disconnect-started', slug })
    const failure = await endConnection(account.id, this.#api)
    if (failure) return this.#conclude(slug, failedWith(failure))
    if (this.#alive.signal.aborted) return
    this.#learn({ kind: 'disconnected', slug })
    await this.#changed(new PipesDisconnectedEvent(slug, account.id))
  }

  async change(slug: string, accountId: string, changes: AccountChanges): Promise<void> {
    const answer = await this.#api.change(accountId, changes)
    if (!answer.ok) return this.#conclude(slug, failedWith(answer.failure))
    this.#learn({ kind: 'changed', slug })
    await this.#changed()
  }

  #learn(fact: Fact): void {
    const next = reduce(this.#state, fact)
    if (next === this.#state) return
    this.#state = next
    this.#host.requestUpdate()
    if (fact.kind === 'loaded' && needsMore(next)) void this.#scripts.needMore()
  }

  async #conclude(slug: string, outcome: ConnectOutcome | null): Promise<void> {
    if (outcome === null || this.#alive.signal.aborted) return
    switch (outcome.kind) {
      case 'cancelled':
        return this.#learn({ kind: 'connect-cancelled', slug })
      case 'left':
        return this.#learn({ kind: 'connect-left', slug })
      case 'session_over':
        return this.#sessionExpired()
      case 'failed':
        return this.#connectFailed(slug, outcome.problem, outcome.fields)
      case 'connected':
        this.#learn({ kind: 'connected', slug, account: outcome.account })
        return this.#changed(new PipesConnectedEvent(slug, outcome.account))
    }
  }

  async #changed(event?: PipesConnectedEvent | PipesDisconnectedEvent): Promise<void> {
    if (event) this.#host.dispatchEvent(event)
    this.#tellOtherTabs()
    await this.load()
  }

  async #connectFailed(slug: string, why: Problem, fields: readonly string[] = []): Promise<void> {
    const { activity } = this.#row(slug) ?? {}
    const isInForm = activity === 'sending' || activity === 'saving'
    if (activity === undefined) this.#learn({ kind: 'returned-with-problem', problem: why })
    else if (isInForm) this.#learn({ kind: 'form-refused', slug, problem: why, fields })
    else this.#learn({ kind: 'connect-failed', slug, problem: why })
    this.#tell(why, slug)
    await this.load()
  }

  async #finishReturn(): Promise<void> {
    const finished = await this.#returning.finish()
    if (!finished) return
    if (finished.slug !== null) return this.#conclude(finished.slug, finished.outcome)
    this.#learn({ kind: 'returned-with-problem', problem: finished.problem })
    this.#tell(finished.problem, null)
  }

  #loadFailed(failure: RequestFailure): void {
    if (failure.kind === 'session_over') return this.#sessionExpired()
    const before = this.#state
    this.#learn({ kind: 'load-failed', problem: failure.problem })
    if (this.#state.kind !== 'ready' && before.kind !== 'failed') this.#tell(failure.problem, null)
    void this.#listing.readLater(failure.retryAfterMs, () => this.look())
  }

  readonly #tell = (reason: Problem, slug: string | null): void =>
    void this.#host.dispatchEvent(new PipesErrorEvent(reason, slug))

  #sessionExpired(): void {
    if (this.#state.kind === 'session_expired') return
    this.#learn({ kind: 'session-expired' })
    this.#host.dispatchEvent(new PipesSessionExpiredEvent())
  }

  /** The list tells: it is there again as soon as a new session has read it. */
  async #untilSessionIsBack(): Promise<void> {
    this.#sessionExpired()
    const { signal } = this.#alive
    while (this.#state.kind !== 'ready' && !signal.aborted) {
      await this.#surroundings.pause(SESSION_CHECK_MS, signal)
    }
  }

  async #complainWithoutSource(signal: AbortSignal): Promise<void> {
    await this.#surroundings.pause(SOURCE_DEADLINE_MS, signal)
    if (this.#target !== null || signal.aborted) return
    this.#loadFailed(localFailure('session_missing'))
  }
}
