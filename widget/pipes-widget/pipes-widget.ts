import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { takeTarget, type Target } from '../api/ask-ahead.ts'
import { ownOrigin } from '../browser/own-script.ts'
import { browserSurroundings, type Surroundings } from '../browser/surroundings.ts'
import { en } from '../i18n/en.ts'
import { loadLanguage } from '../i18n/load-language.ts'
import { fill, withOverrides, type MessageOverrides, type Messages } from '../i18n/messages.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import { KeepFocus } from '../ui/keep-focus.ts'
import { PipesController } from './controller.ts'
import { LanguageController } from './language-controller.ts'
import type { Filter } from './listing.ts'
import { styles } from './pipes-widget.styles.ts'
import type { ConnectForm } from '../connect-form/contract.ts'
import { isEventful } from './needs.ts'
import { confirming, entering, type State } from './state.ts'
import type { More } from '../more/contract.ts'
import { dialog } from './views/dialog.ts'
import { failed, sessionExpired } from './views/failed.ts'
import { liveRegion } from './views/live-region.ts'
import { loading } from './views/loading.ts'
import { providerList } from './views/provider-list.ts'
import { rehearse } from './views/rehearse.ts'

const SKELETON_AFTER_MS = 150

/**
 * One user's connections: each provider with its state, and the button to connect, reauthorize or disconnect.
 *
 * @summary Lets a user connect their accounts.
 *
 * @attr {string} session-url - The page's own endpoint; POSTed with the page's cookies, it answers `{"token": "…"}`.
 * @attr {string} api-url - Origin of the Worker. Default: the origin that the script came from.
 * @attr {string} lang - BCP 47 tag of the language to speak. Default: that of the page around the element.
 * @attr {'ltr'|'rtl'} dir - Direction. Default: that of the language.
 * @attr {'light'|'dark'} theme - Default: as the page's `color-scheme` and the user's system say.
 * @attr {string} filter - Slugs of the providers to show, between commas or spaces. Default: all.
 * @attr {'plain'} appearance - Without the card, for a place that is one already.
 * @attr {'compact'} density - Closer rows and smaller marks.
 *
 * @fires {PipesConnectedEvent} pipes-connected - An account was connected or reauthorized.
 * @fires {PipesDisconnectedEvent} pipes-disconnected - An account was disconnected.
 * @fires {PipesErrorEvent} pipes-error - Something failed, and the user has been told.
 * @fires {PipesReauthorizationNeededEvent} pipes-reauthorization-needed - A connection works no longer; once for each.
 * @fires {PipesSessionExpiredEvent} pipes-session-expired - The session is over and no new token was to be had.
 *
 * @slot header - Above the card.
 * @slot footer - Below the card.
 * @slot empty - In place of what is said when there is no provider.
 * @slot row-{slug} - At the end of this provider's row.
 *
 * @csspart surface - The card around everything.
 * @csspart list - The list of providers.
 * @csspart row - A provider.
 * @csspart icon - The tile with its mark.
 * @csspart name - Its name.
 * @csspart picture - The face of an account.
 * @csspart description - What it is for.
 * @csspart status - Whether it is connected, and what is going on.
 * @csspart account - Whose account it is.
 * @csspart problem - Why the last attempt failed.
 * @csspart banner - Above the list, where connections work no longer.
 * @csspart details - What an open row shows.
 * @csspart account-details - One account in it.
 * @csspart scopes - What this account allows.
 * @csspart naming - The field for a name of one's own, and its button.
 * @csspart nickname - The field itself.
 * @csspart search - What is looked for in a long list.
 * @csspart category - The choice of a category beside it.
 * @csspart shared-list - What the organization shares.
 * @csspart shared-row - A provider in it.
 * @csspart ask-link - A letter to the administrator whose word is needed.
 * @csspart notice - What stands in place of the list: empty, failed, session over.
 * @csspart skeleton - What stands there while the list is loading.
 * @csspart dialog - The question before disconnecting, and the form.
 * @csspart button - Every button; each has one of the following names, too.
 * @csspart connect-button - Connects.
 * @csspart reauthorize-button - Renews a connection that is over.
 * @csspart update-button - Asks for another key, or another client.
 * @csspart add-button - Connects one more account.
 * @csspart allow-button - Asks for the access that is missing.
 * @csspart repair-button - In the banner: renews the first connection that is over.
 * @csspart manage-button - Opens the details, where there are several accounts.
 * @csspart save-button - Keeps the name.
 * @csspart use-button - Of several accounts: lets the app use this one.
 * @csspart details-button - Opens and closes the details.
 * @csspart show-all-button - Ends the search.
 * @csspart disconnect-button - Asks whether to disconnect.
 * @csspart cancel-button - Ends the waiting, or closes the dialog.
 * @csspart confirm-button - Disconnects.
 * @csspart retry-button - Reads the list again.
 * @csspart show-button - In the form: shows what was typed.
 * @csspart submit-button - In the form: sends it.
 * @csspart methods - In the form: the choice among several ways to connect.
 * @csspart method - One of them.
 * @csspart field - A label with its input, its hints and what is wrong.
 * @csspart label - Its label.
 * @csspart input - Its input.
 * @csspart hint - What is said under it.
 * @csspart field-problem - What is wrong with it.
 *
 * @cssproperty --pipes-font - Font family; `inherit` takes that of the page.
 * @cssproperty --pipes-radius - Corner of the card; all other corners follow.
 * @cssproperty --pipes-accent - The filled button.
 * @cssproperty --pipes-accent-text - Text on the filled button.
 * @cssproperty --pipes-surface - The card.
 * @cssproperty --pipes-raised - Buttons and dialog.
 * @cssproperty --pipes-text - Text.
 * @cssproperty --pipes-text-subtle - Text that matters less.
 * @cssproperty --pipes-border - Lines.
 * @cssproperty --pipes-button-border - The outline of buttons.
 * @cssproperty --pipes-success - A row that is connected.
 * @cssproperty --pipes-attention - A row that needs its user.
 * @cssproperty --pipes-danger - Problems.
 * @cssproperty --pipes-danger-fill - The button that disconnects.
 * @cssproperty --pipes-focus - Focus ring.
 * @cssproperty --pipes-tile - The tile behind a provider's mark.
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
  /** Null: as the page and the user's system say. */
  declare theme: 'light' | 'dark' | null
  /** Slugs of the providers to show, between commas or spaces; as a property also a function. Null: all. */
  declare filter: string | readonly string[] | Filter | null
  /** Other words, over those of whatever language the widget speaks. */
  declare messages: MessageOverrides | null

  #authToken: string | null = null
  #getToken: (() => Promise<string>) | null = null
  readonly #controller: PipesController
  readonly #language: LanguageController<Messages>
  /** While it is on the screen. */
  #form: ConnectForm | null = null
  #words: Messages = en
  /** The rest of a long list is drawn a frame after what is in sight. */
  #limit = 20
  /** A list that comes at once is not announced by its shape. */
  #isSlow = false

  /** @param surroundings the network, the clock, the windows; the page's own unless a test says otherwise */
  constructor(surroundings?: Surroundings) {
    super()
    const around = surroundings ?? browserSurroundings(() => ownOrigin ?? apiOrigin(this))
    this.sessionUrl = null
    this.apiUrl = null
    this.theme = null
    this.messages = null
    this.filter = null
    this.#controller = new PipesController(this, around, (name) =>
      fill(this.#words.opening, { name }),
    )
    this.#language = new LanguageController(this, around, {
      english: en,
      load: (language) => loadLanguage(language, ownOrigin ?? apiOrigin(this), around.fetch),
    })
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
    else if (this.#controller.state.kind === 'session_expired') void this.#controller.look()
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
      this.#controller.useTarget(takeTarget(this) ?? targetOf(this, this.#authToken))
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#controller
    const t = this.#words
    const { lang, dir } = this.#ofWords()
    const more = this.#controller.more(this.#language.language)
    return html`
      <slot name="header"></slot>
      <div class="root" lang=${lang} dir=${dir}>
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

  protected override firstUpdated(): void {
    rehearse(this.#controller, this.#words)
    setTimeout(() => {
      this.#isSlow = true
      if (this.#controller.state.kind === 'loading') this.requestUpdate()
    }, SKELETON_AFTER_MS)
  }

  protected override updated(): void {
    const { state } = this.#controller
    const isAsking = confirming(state) !== null || this.#form !== null
    if (isAsking && this.isConnected && !this.#dialog?.open) this.#dialog?.showModal()
    this.#form?.updated()
    if (state.kind !== 'ready' || state.rows.length <= this.#limit) return
    requestAnimationFrame(() => {
      this.#limit = Infinity
      this.requestUpdate()
    })
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.shadowRoot?.querySelector('dialog')
  }

  #view(state: State, more: More | null, t: Messages): TemplateResult | typeof nothing {
    switch (state.kind) {
      case 'loading':
        return this.#isSlow ? loading() : nothing
      case 'ready':
        return providerList(state, this.#limit, more, this.#controller, t)
      case 'failed':
        return failed(state.problem, this.#controller, t)
      case 'session_expired':
        return sessionExpired(this.#controller, t)
    }
  }
}

type Given = HTMLElement &
  Partial<Pick<PipesWidget, 'sessionUrl' | 'apiUrl' | 'authToken' | 'getToken'>>

/**
 * @param element ours; or a plain one with what the page has set on it, while the name is not defined
 * @returns null while the page has given no session
 */
export const targetOf = (element: Given, token = element.authToken): Target | null => {
  const { sessionUrl = element.getAttribute('session-url'), getToken } = element
  const apiUrl = apiOrigin(element)
  if (token != null) return { apiUrl, source: { kind: 'fixed', token } }
  if (getToken) {
    // The page may have set another one when it is called.
    return {
      apiUrl,
      source: { kind: 'function', getToken: async () => (await element.getToken?.()) ?? '' },
    }
  }
  return sessionUrl === null ? null : { apiUrl, source: { kind: 'endpoint', url: sessionUrl } }
}

const apiOrigin = (element: Given): string => {
  const { apiUrl = element.getAttribute('api-url') } = element
  const url = apiUrl ?? ownOrigin ?? location.origin
  return URL.parse(url, location.href)?.origin ?? url
}

const filterOf = (filter: PipesWidget['filter']): Filter | null => {
  if (filter === null || typeof filter === 'function') return filter
  const slugs = typeof filter === 'string' ? filter.split(/[\s,]+/) : filter
  return ({ slug }) => slugs.includes(slug)
}
