/**
 * Does the work of `<pipes-admin>` and reports facts. It owns the API, the windows, the timers and the abort signals; it
 * never renders, and touches the state through `#learn` only.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { openAdminApi, type AdminApi, type Change } from '../api/admin-api.ts'
import type { Target } from '../api/open-api.ts'
import type { AccountChanges, Aim } from '../api/pipes-api.ts'
import { problem } from '../api/problem.ts'
import { watchPage } from '../browser/watch-page.ts'
import type { FormEntry, FormModule } from '../connect-form/contract.ts'
import type { Actions } from './actions.ts'
import type { AdminSurroundings } from './admin-surroundings.ts'
import type { DialogsModule } from './dialogs/contract.ts'
import { PipesErrorEvent } from '../pipes-widget/events.ts'
import { PipesConfiguredEvent } from './events.ts'
import { Reading } from './reading.ts'
import { problemOf, Reports } from './reports.ts'
import { Shares } from './shares.ts'
import {
  inDialog,
  initialState,
  reduce,
  type Dialog,
  type Fact,
  type Row,
  type State,
} from './state.ts'

export class AdminController implements ReactiveController, Actions {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #surroundings: AdminSurroundings
  readonly #api: AdminApi
  readonly #reading: Reading
  readonly #reports: Reports
  readonly #shares: Shares
  #state: State = initialState
  /** Null until the page has given a source of tokens. */
  #target: Target | null = null
  #formModule: FormModule | null = null
  #dialogsModule: DialogsModule | null = null
  /** The widgets of this page and of others have something to read. */
  #tellOthers: () => void = () => {}
  /** Aborted while the element is out of the document. */
  #alive = notAlive()

  /** @param openingTitle of the empty window; the language is the element's concern */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    surroundings: AdminSurroundings,
    openingTitle: (name: string) => string,
  ) {
    this.#host = host
    this.#surroundings = surroundings
    const api = openAdminApi(() => this.#target, surroundings)
    const learn = (fact: Fact): void => this.#learn(fact)
    const row = (key: string): Row | undefined => this.#row(key)
    const alive = (): AbortSignal => this.#alive.signal
    this.#api = api
    this.#reading = new Reading({
      api,
      surroundings,
      host,
      learn,
      alive,
      hasSource: () => this.#target !== null,
      again: () => void this.load(true),
      state: () => this.#state,
    })
    const sessionExpired = (): void => this.#reading.sessionExpired()
    this.#reports = new Reports({ host, row, learn, sessionExpired })
    this.#shares = new Shares({
      api,
      surroundings,
      host,
      row,
      learn,
      alive,
      openingTitle,
      reports: this.#reports,
      flows: async () => ((await this.#loadDialogs()) && this.#dialogsModule?.flows) || null,
      load: () => this.load(),
      changed: () => this.#tellOthers(),
      untilSessionIsBack: () => this.#reading.untilSessionIsBack(),
    })
    host.addController(this)
  }

  get state(): State {
    return this.#state
  }

  /** The script of the form for keys, once it is there. */
  get formModule(): FormModule | null {
    return this.#formModule
  }

  get dialogsModule(): DialogsModule | null {
    return this.#dialogsModule
  }

  hostConnected(): void {
    this.#shares.takeReturn()
    if (!this.#alive.signal.aborted) return
    this.#alive = new AbortController()
    const { signal } = this.#alive
    watchPage(this.#surroundings, signal, {
      onReturn: () => {
        if (this.#reading.isStale()) void this.load()
      },
      // "Back" from the provider: the page is as it was left, still on its way.
      onRestore: () => {
        this.#learn({ kind: 'stopped' })
        void this.load()
      },
    })
    this.#tellOthers = this.#surroundings.otherTabs(() => void this.load(), signal)
    if (this.#target) void this.load()
    else void this.#reading.complainWithoutSource(signal)
  }

  hostDisconnected(): void {
    // An element that is only moved is connected again in the same task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return
      this.#alive.abort()
      this.#learn({ kind: 'stopped' })
    })
  }

  /** Another Worker or another way to get tokens; null = not known yet. */
  useTarget(target: Target | null): void {
    this.#target = target
    if (this.#host.isConnected) void this.load()
  }

  /** Reads everything; what is already on the screen stays there meanwhile. */
  async load(isQuiet = false): Promise<void> {
    if (this.#target === null) return
    if (await this.#reading.read(isQuiet)) await this.#shares.finishReturn()
  }

  toggle(key: string): void {
    const row = this.#idle(key)
    if (row === undefined) return
    if (row.configuration.disabledBy === null) void this.open(key, 'switch-off')
    else void this.#configure(row, { enabled: true }, true)
  }

  async open(key: string, dialog: Dialog, aim: Aim = null): Promise<void> {
    if (!(await this.#loadDialogs(dialog === 'form'))) {
      return this.#reports.failed(key, { problem: problem('form_unavailable') })
    }
    this.#learn({ kind: 'dialog-opened', key, dialog, aim })
    const row = inDialog(this.#state)
    const isCounted = dialog === 'switch-off' && row?.configuration.place === 'members'
    if (row?.key === key && (dialog === 'members' || isCounted)) await this.readMembers(key)
  }

  close(): void {
    const key = inDialog(this.#state)?.key
    if (key !== undefined) this.#learn({ kind: 'dialog-closed', key })
  }

  async readMembers(key: string): Promise<void> {
    const row = this.#row(key)
    if (row === undefined || this.#state.kind !== 'ready') return
    this.#learn({ kind: 'members-asked', key })
    const { after: asked } = this.#state.members
    const { slug } = row.configuration
    const answer = await this.#dialogsModule?.flows.listMembers(this.#api.client, slug, asked)
    if (!answer || this.#alive.signal.aborted) return
    if (answer.ok) return this.#learn({ kind: 'members-read', key, asked, page: answer.value })
    const why = problemOf(answer.failure)
    this.#learn({ kind: 'members-failed', key, asked, problem: why })
    if (answer.failure.kind === 'session_over') this.#reading.sessionExpired()
    else this.#host.dispatchEvent(new PipesErrorEvent(why, slug))
  }

  async save(key: string, change: Change): Promise<void> {
    const row = this.#idle(key)
    if (row) await this.#configure(row, change, null)
  }

  async switchOff(key: string): Promise<void> {
    const row = this.#idle(key)
    if (row) await this.#configure(row, { enabled: false }, false)
  }

  async connect(key: string, aim: Aim = null): Promise<void> {
    const row = this.#idle(key)
    if (row) await this.#shares.connect(row, aim)
  }

  async submitForm(key: string, entry: FormEntry): Promise<void> {
    const row = this.#idle(key)
    if (row) await this.#shares.submit(row, this.#aim, entry)
  }

  cancelConnect(key: string): void {
    this.#shares.cancel(key)
  }

  async disconnect(key: string): Promise<void> {
    const row = inDialog(this.#state)
    if (row?.key === key && row.activity === 'idle') await this.#shares.disconnect(row)
  }

  async change(key: string, accountId: string, changes: AccountChanges): Promise<void> {
    if (this.#idle(key)) await this.#shares.change(key, accountId, changes)
  }

  /** Which of several shared accounts the dialog is about. */
  get #aim(): Aim {
    return this.#state.kind === 'ready' ? (this.#state.dialog?.aim ?? null) : null
  }

  /** @returns whether they are there */
  async #loadDialogs(withForm = false): Promise<boolean> {
    try {
      this.#dialogsModule ??= await this.#surroundings.importDialogs()
      if (withForm) this.#formModule ??= await this.#surroundings.importForm()
      return true
    } catch {
      return false
    }
  }

  /** @param enabled what it is switched to, if it is */
  async #configure(
    { key, configuration }: Row,
    change: Change,
    enabled: boolean | null,
  ): Promise<void> {
    const { place, slug } = configuration
    this.#learn({ kind: 'started', key, activity: enabled === null ? 'saving' : 'switching' })
    const answer = await this.#api.configure(place, slug, change)
    if (this.#alive.signal.aborted) return
    if (!answer.ok) {
      this.#reports.refused(key, answer.failure)
      // It may be gone, or another administrator was faster.
      return this.load()
    }
    this.#tellOthers()
    const news = enabled === null ? 'saved' : enabled ? 'switched-on' : 'switched-off'
    this.#reports.ended(key, news, new PipesConfiguredEvent(slug, place, enabled))
    await this.load()
  }

  #learn(fact: Fact): void {
    const next = reduce(this.#state, fact)
    if (next === this.#state) return
    this.#state = next
    this.#host.requestUpdate()
  }

  #row(key: string): Row | undefined {
    if (this.#state.kind !== 'ready') return undefined
    return this.#state.rows.find((row) => row.key === key)
  }

  /** A row that has nothing else to do. */
  #idle(key: string): Row | undefined {
    const row = this.#row(key)
    return row?.activity === 'idle' ? row : undefined
  }
}

const notAlive = (): AbortController => {
  const controller = new AbortController()
  controller.abort()
  return controller
}
