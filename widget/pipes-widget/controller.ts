/**
 * Does the widget's work and reports facts. It owns the API, the windows, the timers and the abort signals;
 * it never renders, and touches the state through `#learn` only.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { openApi, type Target } from '../api/open-api.ts'
import { needsForm, type ConnectedAccount, type Integration } from '../api/integration.ts'
import type { Aim, Listed, PipesApi } from '../api/pipes-api.ts'
import {
  isGone,
  isPassing,
  localFailure,
  problem,
  type Problem,
  type RequestFailure,
} from '../api/problem.ts'
import type { Surroundings } from '../browser/surroundings.ts'
import { watchPage } from '../browser/watch-page.ts'
import { completeReturn, takeReturn, type Return } from '../connect/by-redirect.ts'
import type { ConnectOutcome } from '../connect/outcome.ts'
import type { More, MoreModule } from '../more/contract.ts'
import type { ConnectForm, FormEntry, FormHost, FormModule } from '../connect-form/contract.ts'
import type { Actions } from './actions.ts'
import { Connects } from './connects.ts'
import {
  PipesConnectedEvent,
  PipesDisconnectedEvent,
  PipesErrorEvent,
  PipesReauthorizationNeededEvent,
  PipesSessionExpiredEvent,
} from './events.ts'
import {
  aimed,
  entering,
  initialState,
  isLong,
  isOver,
  isSharing,
  reduce,
  usualAim,
  type Fact,
  type Row,
  type Search,
  type State,
} from './state.ts'

type Host = ReactiveControllerHost & HTMLElement & FormHost

/** Which providers a page wants to show. */
export type Filter = (integration: Integration) => boolean

/** How long the widget shows that it is loading before it says that nobody gave it a session. */
const SOURCE_DEADLINE_MS = 10_000
/** Coming back to the page reads the list again, but not more often than this. */
const FRESH_FOR_MS = 5_000
const SESSION_CHECK_MS = 500
/** One hiccup of the network is not worth an error on the screen. */
const RETRY_AFTER_MS = 800

export class PipesController implements ReactiveController, Actions {
  readonly #host: Host
  readonly #surroundings: Surroundings

  #state: State = initialState
  readonly #api: PipesApi
  /** Null until the page has given a source of tokens. */
  #target: Target | null = null
  #returned: Return | null = null
  /** Loaded when they are needed first. */
  #formModule: FormModule | null = null
  #moreModule: MoreModule | null = null
  /** As the Worker told it last, and what the page shows of it. */
  #listed: Listed | null = null
  #filter: Filter | null = null
  /** The connections that the page has been told of, as being over. */
  #knownOver = new Set<string>()
  #tellOtherTabs: () => void = () => {}
  /** Aborted while the element is out of the document. */
  #alive = notAlive()
  readonly #connects: Connects
  /** A load that has been overtaken by a newer one must not win. */
  #loads = 0
  #loadedAt = -Infinity

  /** @param openingTitle of the empty window; the language is the element's concern */
  constructor(host: Host, surroundings: Surroundings, openingTitle: (name: string) => string) {
    this.#host = host
    this.#surroundings = surroundings
    this.#api = openApi(() => this.#target, surroundings)
    this.#connects = new Connects({
      api: this.#api,
      surroundings,
      row: (slug) => this.#row(slug),
      learn: (fact) => this.#learn(fact),
      alive: () => this.#alive.signal,
      openingTitle,
      untilSessionIsBack: () => this.#untilSessionIsBack(),
    })
    host.addController(this)
  }

  get state(): State {
    return this.#state
  }

  hostConnected(): void {
    this.#returned ??= takeReturn(this.#surroundings)
    if (!this.#alive.signal.aborted) return
    this.#alive = new AbortController()
    const { signal } = this.#alive
    this.#tellOtherTabs = this.#surroundings.otherTabs(() => this.#changedElsewhere(), signal)
    watchPage(this.#surroundings, signal, {
      onReturn: () => this.#cameBack(),
      onRestore: () => this.#restored(),
    })
    if (this.#target) void this.load()
    else void this.#complainWithoutSource(signal)
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again in the same task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return
      this.#alive.abort()
      const slug = entering(this.#state)?.integration.slug
      if (slug !== undefined) this.dismissForm(slug)
    })
  }

  /** Another Worker or another way to get tokens; null = not known yet. What is under way goes on with it. */
  useTarget(target: Target | null): void {
    this.#target = target
    if (this.#host.isConnected) void this.load()
  }

  /** Reads the list; a list that is already on the screen stays there meanwhile. */
  async load(): Promise<void> {
    if (this.#target === null) return
    const load = ++this.#loads
    this.#learn({ kind: 'load-started' })
    let answer = await this.#api.listIntegrations()
    if (!answer.ok && isPassing(answer.failure)) {
      await this.#surroundings.pause(RETRY_AFTER_MS, this.#alive.signal)
      answer = await this.#api.listIntegrations()
    }
    if (load !== this.#loads || this.#alive.signal.aborted) return
    if (!answer.ok) return this.#loadFailed(answer.failure)

    this.#loadedAt = this.#surroundings.now()
    this.#listed = answer.value
    this.#show(answer.value)
    await this.#finishReturn()
  }

  /** Null: all that there are. */
  useFilter(filter: Filter | null): void {
    this.#filter = filter
    if (this.#listed !== null && this.#state.kind === 'ready') this.#show(this.#listed)
  }

  #show({ integrations, shared }: Listed): void {
    const shown = this.#filter === null ? integrations : integrations.filter(this.#filter)
    this.#learn({ kind: 'loaded', integrations: shown, shared })
    if (isLong(this.#state) || isSharing(this.#state)) void this.#needMore()
    const over = shown.flatMap(({ slug, accounts }) =>
      accounts.filter(isOver).map((account) => ({ slug, account })),
    )
    const known = this.#knownOver
    this.#knownOver = new Set(over.map(({ account }) => account.id))
    for (const { slug, account } of over) {
      if (known.has(account.id)) continue
      this.#host.dispatchEvent(new PipesReauthorizationNeededEvent(slug, account))
    }
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
    try {
      this.#formModule ??= await this.#surroundings.importForm()
    } catch {
      return this.#connectFailed(slug, problem('form_unavailable'))
    }
    this.#learn({ kind: 'form-opened', slug })
  }

  /** @returns the form of a row that has one on the screen */
  createForm(host: FormHost, row: Row): ConnectForm | null {
    return this.#formModule?.createForm(host, aimed(row), this) ?? null
  }

  /** @returns null until its script is there */
  more(language: string): More | null {
    const module = this.#moreModule
    const apiOrigin = this.#target?.apiUrl ?? ''
    return module && { module, language, apiOrigin, now: this.#surroundings.now() }
  }

  async toggleDetails(slug: string): Promise<void> {
    this.#learn({ kind: 'details-toggled', slug })
    if (this.#row(slug)?.isOpen !== true || (await this.#needMore())) return
    this.#learn({ kind: 'details-toggled', slug })
    await this.#connectFailed(slug, problem('network'))
  }

  /** @returns false where the script cannot be had */
  async #needMore(): Promise<boolean> {
    if (this.#moreModule !== null) return true
    try {
      const loaded = await this.#surroundings.importMore()
      loaded.prepare(this.#host)
      this.#moreModule = loaded
      this.#host.requestUpdate()
    } catch {
      // A long list can do without: it is all there.
    }
    return this.#moreModule !== null
  }

  search(search: Search): void {
    this.#learn({ kind: 'searched', search })
  }

  async submitForm(slug: string, entry: FormEntry): Promise<void> {
    await this.#conclude(slug, await this.#connects.submit(slug, entry))
  }

  dismissForm(slug: string): void {
    this.#learn({ kind: 'form-dismissed', slug })
  }

  cancelConnect(slug: string): void {
    this.#connects.cancel(slug)
    // The page itself may have refused to be left.
    this.#stayHere(slug)
  }

  async askDisconnect(slug: string, accountId: string): Promise<void> {
    if (!(await this.#needMore())) return this.#connectFailed(slug, problem('network'))
    this.#learn({ kind: 'disconnect-asked', slug, aim: { accountId } })
  }

  dismissDisconnect(slug: string): void {
    this.#learn({ kind: 'disconnect-dismissed', slug })
  }

  async disconnect(slug: string): Promise<void> {
    const row = this.#row(slug)
    const account = row && aimed(row).integration.account
    if (!account) return this.dismissDisconnect(slug)
    this.#learn({ kind: 'disconnect-started', slug })
    const answer = await this.#api.disconnect(account.id)
    if (this.#alive.signal.aborted) return
    if (answer.ok || isGone(answer.failure)) {
      this.#learn({ kind: 'disconnected', slug })
      this.#host.dispatchEvent(new PipesDisconnectedEvent(slug, account.id))
      this.#tellOtherTabs()
      return this.load()
    }
    if (answer.failure.kind === 'session_over') return this.#sessionExpired()
    this.#learn({ kind: 'disconnect-failed', slug, problem: answer.failure.problem })
    this.#tell(answer.failure.problem, slug)
  }

  #learn(fact: Fact): void {
    const next = reduce(this.#state, fact)
    if (next === this.#state) return
    this.#state = next
    this.#host.requestUpdate()
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
        return this.#connected(slug, outcome.account)
    }
  }

  async #connected(slug: string, account: ConnectedAccount | null): Promise<void> {
    this.#learn({ kind: 'connected', slug, account })
    this.#host.dispatchEvent(new PipesConnectedEvent(slug, account))
    this.#tellOtherTabs()
    await this.load()
  }

  async #connectFailed(slug: string, why: Problem, fields: readonly string[] = []): Promise<void> {
    const { activity } = this.#row(slug) ?? {}
    const isInForm = activity === 'sending' || activity === 'saving'
    if (isInForm) this.#learn({ kind: 'form-refused', slug, problem: why, fields })
    else this.#learn({ kind: 'connect-failed', slug, problem: why })
    this.#tell(why, slug)
    await this.load()
  }

  /** The page was loaded again by a same-tab connect: complete it, or say why there is nothing to complete. */
  async #finishReturn(): Promise<void> {
    const returned = this.#returned
    if (returned === null) return
    this.#returned = null
    const { attemptId, kept, result } = returned
    if (kept === null || !this.#row(kept.slug)) {
      const reason = problem(result.kind === 'error' ? result.code : 'completion_refused')
      this.#learn({ kind: 'returned-with-problem', problem: reason })
      return this.#tell(reason, null)
    }
    const { slug, verifier } = kept
    if (result.kind === 'error') return this.#connectFailed(slug, problem(result.code))

    this.#learn({ kind: 'connect-completing', slug })
    const { signal } = this.#alive
    const input = { attemptId, verifier, completionCode: result.completionCode }
    const outcome = await completeReturn(input, this.#api, this.#surroundings, signal)
    // The next session completes it.
    if (outcome.kind === 'session_over') this.#returned = returned
    await this.#conclude(slug, outcome)
  }

  #loadFailed(failure: RequestFailure): void {
    if (failure.kind === 'session_over') return this.#sessionExpired()
    this.#learn({ kind: 'load-failed', problem: failure.problem })
    if (this.#state.kind === 'failed') this.#tell(failure.problem, null)
  }

  #tell(reason: Problem, slug: string | null): void {
    this.#host.dispatchEvent(new PipesErrorEvent(reason, slug))
  }

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

  /** Another tab, or another device, may have changed the list meanwhile. */
  #cameBack(): void {
    if (this.#state.kind === 'session_expired') return
    if (this.#surroundings.now() - this.#loadedAt > FRESH_FOR_MS) void this.load()
  }

  #changedElsewhere(): void {
    if (this.#state.kind !== 'session_expired') void this.load()
  }

  /** "Back" from the provider: the page is as it was left, still on its way. */
  #restored(): void {
    if (this.#state.kind !== 'ready') return
    for (const { integration } of this.#state.rows) this.#stayHere(integration.slug)
    void this.load()
  }

  #stayHere(slug: string): void {
    if (this.#row(slug)?.activity === 'leaving') this.#learn({ kind: 'connect-cancelled', slug })
  }

  async #complainWithoutSource(signal: AbortSignal): Promise<void> {
    await this.#surroundings.pause(SOURCE_DEADLINE_MS, signal)
    if (this.#target !== null || signal.aborted) return
    this.#loadFailed(localFailure('session_missing'))
  }

  #row(slug: string): Row | undefined {
    if (this.#state.kind !== 'ready') return undefined
    return this.#state.rows.find((row) => row.integration.slug === slug)
  }
}

const notAlive = (): AbortController => {
  const controller = new AbortController()
  controller.abort()
  return controller
}
