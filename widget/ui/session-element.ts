/** What the page gives to each element: where the Worker is, and where tokens come from. */
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Target } from '../api/open-api.ts'
import type { TokenSource } from '../api/session.ts'

const OF_THE_TARGET = ['sessionUrl', 'apiUrl', 'authToken', 'getToken']

export abstract class SessionElement extends LitElement {
  static override properties: PropertyDeclarations = {
    sessionUrl: { attribute: 'session-url' },
    apiUrl: { attribute: 'api-url' },
    theme: { reflect: true },
    messages: { attribute: false },
    authToken: { attribute: false, noAccessor: true },
    getToken: { attribute: false, noAccessor: true },
  }

  /** The page's own endpoint for tokens. */
  declare sessionUrl: string | null
  /** The Worker's origin. */
  declare apiUrl: string | null
  /** Null: as the page and the user's system say. */
  declare theme: 'light' | 'dark' | null

  #authToken: string | null = null
  #getToken: (() => Promise<string>) | null = null
  readonly #scriptOrigin: string | null

  /** @param scriptOrigin where the element's script came from, which is where its API is unless told */
  constructor(scriptOrigin: string | null) {
    super()
    this.#scriptOrigin = scriptOrigin
    this.sessionUrl = null
    this.apiUrl = null
    this.theme = null
  }

  /** A session token that the page fetched itself. Set a new one when `pipes-session-expired` fires. Reads as null. */
  set authToken(token: string | null) {
    this.#authToken = token
    this.requestUpdate('authToken', undefined)
  }

  get authToken(): string | null {
    return null
  }

  /** Called whenever a token is needed: at first, and shortly before the last one expires. */
  set getToken(getToken: (() => Promise<string>) | null) {
    // A page that renders often passes a new closure each time; that is no reason to load again.
    const isFirst = this.#getToken === null || getToken === null
    this.#getToken = getToken
    if (isFirst || this.isSessionOver) this.requestUpdate('getToken', undefined)
  }

  get getToken(): (() => Promise<string>) | null {
    return this.#getToken
  }

  /** A new source is waited for. */
  protected abstract get isSessionOver(): boolean

  /** Where scripts, languages and icons are. */
  protected get assetOrigin(): string {
    return this.#scriptOrigin ?? this.#apiOrigin
  }

  /** @returns undefined where nothing of it has changed, null while nobody has said where tokens come from */
  protected targetAfter(changed: PropertyValues): Target | null | undefined {
    if (!OF_THE_TARGET.some((name) => changed.has(name))) return undefined
    const source = this.#tokenSource()
    return source && { apiUrl: this.#apiOrigin, source }
  }

  #tokenSource(): TokenSource | null {
    if (this.#authToken !== null) return { kind: 'fixed', token: this.#authToken }
    if (this.#getToken !== null) {
      return { kind: 'function', getToken: async () => (await this.#getToken?.()) ?? '' }
    }
    return this.sessionUrl === null ? null : { kind: 'endpoint', url: this.sessionUrl }
  }

  get #apiOrigin(): string {
    const url = this.apiUrl ?? this.#scriptOrigin ?? location.origin
    return URL.parse(url, location.href)?.origin ?? url
  }
}
