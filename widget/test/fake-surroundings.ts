/** A browser whose waits are short, whose windows are fake and whose page only pretends to leave. */
import type { Popup, Surroundings } from '../browser/surroundings.ts'

export type FakePopup = Popup & {
  readonly visited: string[]
  readonly received: { readonly data: unknown; readonly origin: string }[]
  closed: boolean
}

export type FakeSurroundings = Surroundings & {
  readonly popups: FakePopup[]
  readonly left: string[]
  readonly rewritten: string[]
  readonly pauses: number[]
  readonly stored: Map<string, string>
  /** What the browser does when it is asked for a window, and what the page in it does. */
  popupPolicy: 'answers' | 'silent' | 'blocked'
  /** Whether what could not be read is read again, as time goes by. */
  retries: boolean
  /** What the user's browser is set to. */
  userLanguages: readonly string[]
  formScript: 'there' | 'missing'
  moreScript: 'there' | 'missing'
  /** How often the other tabs were told. */
  told: number
  /** Another tab says that something has changed there. */
  tell: () => void
  url: string
  nowMs: number
}

/** Longer waits than this are for a list that could not be read, and one for a page that gives no session. */
const RETRY_MS = 5000
const SOURCE_DEADLINE_MS = 10_000

export const createFakeSurroundings = (fetch: typeof globalThis.fetch): FakeSurroundings => {
  const heard = new EventTarget()
  const stored = new Map<string, string>()

  const openPopup = (): Popup | null => {
    if (fake.popupPolicy === 'blocked') return null
    const visited: string[] = []
    const received: FakePopup['received'] = []
    const popup: FakePopup = {
      visited,
      received,
      closed: false,
      location: { replace: (url) => void visited.push(String(url)) },
      close: () => {
        popup.closed = true
      },
      postMessage: (data: { redirectToken: string }, origin: unknown) => {
        received.push({ data, origin: String(origin) })
        if (fake.popupPolicy === 'silent') return
        heard.dispatchEvent(
          messageFrom(popup, String(origin), { redirectToken: data.redirectToken }),
        )
      },
    }
    fake.popups.push(popup)
    return popup
  }

  const fake: FakeSurroundings = {
    popups: [],
    left: [],
    rewritten: [],
    pauses: [],
    stored,
    popupPolicy: 'answers',
    retries: false,
    userLanguages: ['en-US', 'en'],
    formScript: 'there',
    moreScript: 'there',
    told: 0,
    tell: () => void heard.dispatchEvent(new Event('told')),
    url: 'https://app.example/settings?tab=1',
    nowMs: Date.parse('2026-11-23T12:00:00Z'),
    fetch,
    now: () => fake.nowMs,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    pause: (ms, signal) => {
      fake.pauses.push(ms)
      return new Promise((resolve) => {
        if (signal.aborted) return resolve()
        signal.addEventListener('abort', () => resolve())
        if (fake.retries || ms < RETRY_MS || ms === SOURCE_DEADLINE_MS) {
          setTimeout(resolve, Math.min(ms, 4))
        }
      })
    },
    languages: () => fake.userLanguages,
    openPopup,
    importForm: () =>
      fake.formScript === 'missing'
        ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
        : import('../connect-form/connect-form.module.ts'),
    importMore: () =>
      fake.moreScript === 'missing'
        ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
        : import('../more/more.module.ts'),
    otherTabs: (onNews, signal) => {
      heard.addEventListener('told', onNews, { signal })
      return () => fake.told++
    },
    window: heard,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' as const }),
    page: {
      url: () => fake.url,
      rewrite: (url) => {
        fake.rewritten.push(url)
        fake.url = url
      },
      leave: (url) => void fake.left.push(url),
    },
    storage: () => ({
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    }),
  }
  return fake
}

/** `MessageEvent` takes only real windows as its source. */
export const messageFrom = (source: unknown, origin: string, data: unknown): Event =>
  Object.defineProperties(new Event('message'), {
    source: { value: source },
    origin: { value: origin },
    data: { value: data },
  })
