/**
 * The widget without its element, for pages that draw their own: the same controller and the same state machine, so the
 * same flows with everything that can go wrong in them. `state` is a value that is replaced, never changed.
 */
import type { Aim } from '../api/pipes-api.ts'
import type { TokenSource } from '../api/session.ts'
import { browserSurroundings, type Surroundings } from '../browser/surroundings.ts'
import type { FormEntry } from '../connect-form/contract.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/messages.ts'
import { PipesController } from '../pipes-widget/controller.ts'
import { rowOf, type State } from '../pipes-widget/state.ts'
import { HeadlessHost } from './headless-host.ts'
import { scriptsOfThePage } from './scripts-of-the-page.ts'

export type PipesEvents = {
  [
    Name in keyof GlobalEventHandlersEventMap as Name extends `pipes-${string}` ? Name : never
  ]: GlobalEventHandlersEventMap[Name]
}

/** Where the session comes from, one of three ways, as with the element. */
export type SessionOptions =
  | { readonly getToken: () => Promise<string> }
  | { readonly authToken: string }
  | { readonly sessionUrl: string }

export type PipesOptions = SessionOptions & {
  /** Origin of the Worker. */
  readonly apiUrl: string
  /** Title of the window before the provider is in it. Default: "Opening {name} …" in English. */
  readonly openingTitle?: (name: string) => string
}

export type Pipes = {
  readonly state: State
  /** Calls at once, and whenever the state has changed: a store of Svelte, and what `useSyncExternalStore` wants. */
  readonly subscribe: (listener: (state: State) => void) => () => void
  /** @returns ends the listening */
  readonly on: <Name extends keyof PipesEvents>(
    name: Name,
    listener: (event: PipesEvents[Name]) => void,
  ) => () => void
  /**
   * Has to be called inside a click, as it may open a window. What comes of it is in the row and in events. A row whose
   * activity is `entering` then waits for what a person has to type: call it again with that.
   *
   * @param options.entry what a person typed, for providers that ask for something (`needsForm`)
   * @param options.aim which connection is meant: `add` for one more, or that of an account; default: what the row is most in need of
   */
  readonly connect: (
    slug: string,
    options?: { readonly entry?: FormEntry; readonly aim?: Aim },
  ) => Promise<void>
  /** Stops waiting for a window, or for something to be entered. */
  readonly cancel: (slug: string) => void
  /** @param accountId default: the first of the row */
  readonly disconnect: (slug: string, accountId?: string) => Promise<void>
  /** Reads the list again; it does so by itself when the user comes back to the page. */
  readonly refresh: () => Promise<void>
  /** A new session, after `pipes-session-expired` where the token was given as such. */
  readonly useSession: (session: SessionOptions) => void
  /** Listens to the page no more, and ends what is under way. */
  readonly stop: () => void
}

/**
 * Begins to read the list at once. In the browser only: a server has no session of the user.
 *
 * @param surroundings the network, the clock, the windows; the page's own unless a test says otherwise
 */
export function createPipes(options: PipesOptions, surroundings?: Surroundings): Pipes {
  const listeners = new Set<(state: State) => void>()
  const host = new HeadlessHost(() => {
    for (const listener of listeners) listener(controller.state)
  })
  const around = { ...(surroundings ?? browserSurroundings(() => '')), ...scriptsOfThePage }
  const controller = new PipesController(
    host,
    around,
    options.openingTitle ?? ((name) => fill(en.opening, { name })),
  )
  const useSession = (session: SessionOptions): void =>
    controller.useTarget({ apiUrl: new URL(options.apiUrl).origin, source: sourceOf(session) })

  useSession(options)
  host.start()
  return {
    get state() {
      return controller.state
    },
    subscribe(listener) {
      // A function that listens twice is two listeners, each with an end of its own.
      const own = (state: State): void => listener(state)
      listeners.add(own)
      own(controller.state)
      return () => void listeners.delete(own)
    },
    on(name, listener) {
      const own = listener as EventListener
      host.addEventListener(name, own)
      return () => host.removeEventListener(name, own)
    },
    async connect(slug, { entry, aim } = {}) {
      await controller.begin(slug, aim)
      if (entry !== undefined) await controller.submitForm(slug, entry)
    },
    cancel(slug) {
      controller.dismissForm(slug)
      controller.cancelConnect(slug)
    },
    async disconnect(slug, accountId) {
      const id = accountId ?? rowOf(controller.state, slug)?.integration.account?.id
      if (id === undefined) return
      // Whoever calls has asked the user already.
      await controller.askDisconnect(slug, id)
      await controller.disconnect(slug)
    },
    refresh: () => controller.load(),
    useSession,
    stop: () => host.stop(),
  }
}

const sourceOf = (session: SessionOptions): TokenSource => {
  if ('getToken' in session) return { kind: 'function', getToken: session.getToken }
  if ('authToken' in session) return { kind: 'fixed', token: session.authToken }
  return { kind: 'endpoint', url: session.sessionUrl }
}
