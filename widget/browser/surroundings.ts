/** Everything outside of the widget that it touches: network, clock, randomness, windows. Tests hand in another one. */
import type { MoreModule } from '../more/contract.ts'
import type { FormModule } from '../connect-form/contract.ts'
import { scriptsOf } from './own-script.ts'
import { pause } from './pause.ts'

/** The window that the provider is shown in: the few things that we do with it. */
export type Popup = Pick<Window, 'postMessage' | 'close'> & {
  readonly location: Pick<Location, 'replace'>
}

export type Surroundings = {
  readonly fetch: typeof fetch
  /** Epoch ms. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  /** Waits `ms`; with `wakeOnReturn` also ends as soon as the user is back on the page. Never rejects. */
  readonly pause: (
    ms: number,
    signal: AbortSignal,
    options?: { readonly wakeOnReturn?: boolean },
  ) => Promise<void>
  /** BCP 47 tags, the user's favourite first. */
  readonly languages: () => readonly string[]
  /** An empty window, opened inside the click; null when the browser refuses. */
  readonly openPopup: (title: string) => Popup | null
  /** The script of the form, which most pages never need. Rejects where it cannot be loaded. */
  readonly importForm: () => Promise<FormModule>
  /** The same for the details of a row. */
  readonly importMore: () => Promise<MoreModule>
  /**
   * The same site's other tabs, and other widgets of this page.
   *
   * @param onNews something has changed there
   * @returns tells them that something has changed here
   */
  readonly otherTabs: (onNews: () => void, signal: AbortSignal) => () => void
  /** Where `message`, `focus`, `pageshow`, `online`, `languagechange` and `visibilitychange` are heard. */
  readonly window: EventTarget
  readonly document: EventTarget & Pick<Document, 'visibilityState'>
  /** The page that holds the widget. */
  readonly page: {
    readonly url: () => string
    /** Replaces the address without loading. */
    readonly rewrite: (url: string) => void
    /** Leaves for another page in this tab. */
    readonly leave: (url: string) => void
  }
  /** What this tab alone can read. Throws where the browser forbids it. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const POPUP_WIDTH = 520
const POPUP_HEIGHT = 680

/** Looked up when it is called: a page may put its own in its place later. */
export const network: Pick<Surroundings, 'fetch' | 'now'> = {
  fetch: (...request) => globalThis.fetch(...request),
  now: () => Date.now(),
}

/** @param origin where the scripts are that are loaded on demand */
export const browserSurroundings = (origin: () => string): Surroundings => ({
  ...network,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  pause,
  languages: () => navigator.languages,
  openPopup,
  ...scriptsOf(origin),
  otherTabs,
  window,
  document,
  page: {
    url: () => location.href,
    rewrite: (url) => history.replaceState(history.state, '', url),
    leave: (url) => location.assign(url),
  },
  storage: () => sessionStorage,
})

/** What is said is only that there is something new: each asks for itself, in its own session. */
const otherTabs: Surroundings['otherTabs'] = (onNews, signal) => {
  const channel = new BroadcastChannel('pipes-widget')
  channel.addEventListener('message', onNews)
  signal.addEventListener('abort', () => channel.close())
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  return () => signal.aborted || channel.postMessage(0)
}

const openPopup = (title: string): Popup | null => {
  const left = screenX + (outerWidth - POPUP_WIDTH) / 2
  const top = screenY + (outerHeight - POPUP_HEIGHT) / 3
  // `_blank`, never a name: two connects at once must not share a window.
  const popup = window.open(
    'about:blank',
    '_blank',
    `popup,width=${POPUP_WIDTH},height=${POPUP_HEIGHT},left=${left},top=${top}`,
  )
  if (popup === null || popup.closed) return null
  try {
    // A word in the empty window while the address is fetched. Properties only: a strict CSP forbids style attributes.
    popup.document.title = title
    popup.document.documentElement.style.cssText =
      'color-scheme:light dark;font:16px system-ui;padding:2rem'
    popup.document.body.dir = 'auto'
    popup.document.body.textContent = title
  } catch {
    // A browser that isolates even its empty windows still navigates them.
  }
  return popup
}
