import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { TokenSource } from '../api/session.ts'
import { scriptOrigin } from '../browser/script-origin.ts'
import { browserSurroundings, type Surroundings } from '../browser/surroundings.ts'
import { en } from '../i18n/en.ts'
import { fill, withOverrides, type MessageOverrides, type Messages } from '../i18n/messages.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import { KeepFocus } from '../ui/keep-focus.ts'
import { PipesController } from './controller.ts'
import { LanguageController } from './language-controller.ts'
import type { Filter } from './listing.ts'
import { styles } from './pipes-widget.styles.ts'
import type { ConnectForm } from '../connect-form/contract.ts'
import { confirming, entering, isEventful, type State } from './state.ts'
import type { More } from '../more/contract.ts'
import { dialog } from './views/dialog.ts'
import { failed, sessionExpired } from './views/failed.ts'
import { liveRegion } from './views/live-region.ts'
import { loading } from './views/loading.ts'
import { providerList } from './views/provider-list.ts'

/** Read while the script runs, for `document.currentScript` is gone afterwards. */
const ownOrigin = scriptOrigin(document)

/**
 * One user's connections: each provider with its state, and the button to connect, reauthorize or disconnect.
 *
 * @summary Lets a user connect their accounts.
 *
 * @attr {string} session-url - The page's own endpoint; POSTed with the page's cookies, it answers `{"token": "…"}`.
 * @attr {string} api-url - Origin of the Worker. Default: the origin that the script came from.
 * @attr {string} lang - BCP 47 tag of the language to speak. Default: that of the page around the element.
 * @attr {'light'|'dark'} theme - Default: as the page's `color-scheme` and the user's system say.
 *
 * @fires {PipesConnectedEvent} pipes-connected - An account was connected or reauthorized.
 * @fires {PipesDisconnectedEvent} pipes-disconnected - An account was disconnected.
 * @fires {PipesErrorEvent} pipes-error - Something failed, and the user has been told.
 * @fires {PipesSessionExpiredEvent} pipes-session-expired - The session is over and no new token was to be had.
 *
 * @csspart surface list row icon name description status account problem notice skeleton dialog
 * @csspart button connect-button reauthorize-button disconnect-button cancel-button confirm-button retry-button
 *
 * @cssproperty --pipes-accent, --pipes-font, --pipes-radius and the others of styles/tokens.ts
 */
export class PipesWidget extends LitElement {
  static override properties: PropertyDeclarations = {
    sessionUrl: { attribute: 'session-url' },
    apiUrl: { attribute: 'api-url' },
    theme: { reflect: true },
    messages: { attribute: false },
    filter: {},
    authToken: { attribute: false, noAccessor: true },
    getToken: { attribute: false, noAccessor: true },
  }

  static override styles = [tokens, base, styles]

  /** The page's own endpoint for tokens. */
  declare sessionUrl: string | null
  /** The Worker's origin. */
  declare apiUrl: string | null
  declare theme: 'light' | 'dark' | null
  /** Slugs of the providers to show, between commas or spaces; as a property also a function. Null: all. */
  declare filter: string | readonly string[] | Filter | null
  /** Other words, over those of whatever language the widget speaks. */
  declare messages: MessageOverrides | null

  #authToken: string | null = null
  #getToken: (() => Promise<string>) | null = null
  readonly #controller: PipesController
  readonly #language: LanguageController
  /** While it is on the screen. */
  #form: ConnectForm | null = null
  #words: Messages = en

  /** @param surroundings the network, the clock, the windows; the page's own unless a test says otherwise */
  constructor(surroundings?: Surroundings) {
    super()
    const around = surroundings ?? browserSurroundings(() => ownOrigin ?? this.#apiOrigin())
    this.sessionUrl = null
    this.apiUrl = null
    this.theme = null
    this.messages = null
    this.filter = null
    this.#controller = new PipesController(this, around, (name) =>
      fill(this.#words.opening, { name }),
    )
    this.#language = new LanguageController(this, around, () => ownOrigin ?? this.#apiOrigin())
    new KeepFocus(this)
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
    if (isFirst) this.requestUpdate('getToken', undefined)
  }

  get getToken(): (() => Promise<string>) | null {
    return this.#getToken
  }

  /** Reads the list again. */
  async refresh(): Promise<void> {
    await this.#controller.load()
  }

  /**
   * The same as the row's own button; has to be called inside a click, as a window may have to be opened. Resolves when
   * the attempt has ended, or the form is on the screen.
   *
   * @param slug whose row; without one that is shown, nothing happens
   * @param options.add one more account beside those that there are
   */
  async connect(slug: string, options: { readonly add?: boolean } = {}): Promise<void> {
    await this.#controller.begin(slug, options.add === true ? 'add' : undefined)
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('filter')) this.#controller.useFilter(filterOf(this.filter))
    const { state } = this.#controller
    const row = entering(state)
    this.#form = row && (this.#form ?? this.#controller.createForm(this, row))
    // Before anything is drawn anew: the button that gets the focus back has to be there still.
    if (!row && !confirming(state)) this.#dialog?.close()
    if (isEventful(state)) this.#language.needAll()
    this.#words = withOverrides(this.#language.words, this.messages)
    if (['sessionUrl', 'apiUrl', 'authToken', 'getToken'].some((name) => changed.has(name))) {
      const source = this.#tokenSource()
      this.#controller.useTarget(source && { apiUrl: this.#apiOrigin(), source })
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#controller
    const t = this.#words
    const { lang, dir } = this.#ofWords()
    const more = this.#controller.more(this.#language.language)
    return html`
      <slot name="header"></slot>
      <div lang=${lang} dir=${dir}>
        <div class="surface" part="surface" tabindex="-1" aria-busy=${state.kind === 'loading'}>
          ${this.#view(state, more, t)}
        </div>
        ${dialog(state, this.#form, more, this.#controller, t)} ${liveRegion(state, more, t)}
      </div>
      <slot name="footer"></slot>
    `
  }

  /** Written inside, as the attributes of the element itself are the page's. */
  #ofWords(): { readonly lang: string | typeof nothing; readonly dir: string | typeof nothing } {
    const { language, direction, isOfPage } = this.#language
    // The page says it in its own language, which we do not know; its `lang` and `dir` hold.
    if (this.messages !== null && !isOfPage) return { lang: nothing, dir: nothing }
    return { lang: language, dir: this.hasAttribute('dir') ? nothing : direction }
  }

  protected override updated(): void {
    const { state } = this.#controller
    const isAsking = confirming(state) !== null || this.#form !== null
    if (isAsking && this.isConnected && !this.#dialog?.open) this.#dialog?.showModal()
    this.#form?.updated()
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.shadowRoot?.querySelector('dialog')
  }

  #view(state: State, more: More | null, t: Messages): TemplateResult {
    switch (state.kind) {
      case 'loading':
        return loading()
      case 'ready':
        return providerList(state, more, this.#controller, t)
      case 'failed':
        return failed(state.problem, this.#controller, t)
      case 'session_expired':
        return sessionExpired(this.#controller, t)
    }
  }

  #tokenSource(): TokenSource | null {
    if (this.#authToken !== null) return { kind: 'fixed', token: this.#authToken }
    if (this.#getToken !== null) {
      return { kind: 'function', getToken: async () => (await this.#getToken?.()) ?? '' }
    }
    return this.sessionUrl === null ? null : { kind: 'endpoint', url: this.sessionUrl }
  }

  #apiOrigin(): string {
    const url = this.apiUrl ?? ownOrigin ?? location.origin
    return URL.parse(url, location.href)?.origin ?? url
  }
}

const filterOf = (filter: PipesWidget['filter']): Filter | null => {
  if (filter === null || typeof filter === 'function') return filter
  const slugs = typeof filter === 'string' ? filter.split(/[\s,]+/) : filter
  return ({ slug }) => slugs.includes(slug)
}
