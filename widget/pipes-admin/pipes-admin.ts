import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { ConnectForm } from '../connect-form/contract.ts'
import { withAdminOverrides, loadAdminWords } from '../i18n/load-admin-words.ts'
import type { AdminOverrides, AdminWords } from '../i18n/admin-messages.ts'
import { enAdmin } from '../i18n/en-admin.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/messages.ts'
import { problemText } from '../i18n/problem-text.ts'
import { LanguageController } from '../pipes-widget/language-controller.ts'
import { loading } from '../pipes-widget/views/loading.ts'
import { notice } from '../pipes-widget/views/notice.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import { button } from '../ui/button.ts'
import { alertGlyph, clockGlyph } from '../ui/glyphs.ts'
import { KeepFocus } from '../ui/keep-focus.ts'
import { SessionElement } from '../ui/session-element.ts'
import { lockGlyph } from './admin-glyphs.ts'
import { ownOrigin } from './admin-script.ts'
import { browserForAdmin, type AdminSurroundings } from './admin-surroundings.ts'
import { AdminController } from './controller.ts'
import type { Dialogs } from './dialogs/contract.ts'
import { styles } from './pipes-admin.styles.ts'
import { inDialog, isEventful, type Row, type State } from './state.ts'
import { liveRegion } from './views/live-region.ts'
import { providerSections } from './views/provider-sections.ts'

const ENGLISH: AdminWords = { ...en, admin: enAdmin }

/** In the dialog while that is open: of the rest nothing can be reached then. */
const FOCUS_ELSEWHERE =
  '.surface:not(:has(~dialog[open])),dialog[open] :is([data-main],[autofocus],button)'

/**
 * What an organization sets and shares: for its administrators, whose session has `widgets:pipes:manage`.
 *
 * @summary Lets an organization's administrators decide which accounts their members may connect, and share some.
 *
 * @attr {string} session-url - The page's own endpoint; POSTed with the page's cookies, it answers `{"token": "…"}`.
 * @attr {string} api-url - Origin of the Worker. Default: the origin that the script came from.
 * @attr {string} lang - BCP 47 tag of the language to speak. Default: that of the page around the element.
 * @attr {'ltr'|'rtl'} dir - Default: that of the language.
 * @attr {'light'|'dark'} theme - Default: as the page's `color-scheme` and the user's system say.
 * @attr {'plain'} appearance - Without the card, for a place that is one already.
 * @attr {'compact'} density - Closer rows and smaller marks.
 *
 * @fires {PipesConfiguredEvent} pipes-configured - Something was set or switched.
 * @fires {PipesConnectedEvent} pipes-connected - A shared account was connected or reauthorized.
 * @fires {PipesDisconnectedEvent} pipes-disconnected - A shared account was disconnected.
 * @fires {PipesErrorEvent} pipes-error - Something failed, and the administrator has been told.
 * @fires {PipesSessionExpiredEvent} pipes-session-expired - The session is over and no new token was to be had.
 *
 * @slot header - Above the card.
 * @slot footer - Below the card.
 * @slot empty - In place of what is said when there is no provider.
 * @slot row-{slug} - At the end of this provider's row.
 *
 * @csspart surface - The card around everything.
 * @csspart section - Providers of one kind: members’ own, or shared.
 * @csspart list - The list of providers in it.
 * @csspart row - A provider.
 * @csspart icon - The tile with its mark.
 * @csspart name - Its name.
 * @csspart description - What it is for.
 * @csspart status - Whether it is available, and what is going on.
 * @csspart account - Whose account is shared.
 * @csspart switch - Whether members may connect it.
 * @csspart problem - Why the last attempt failed.
 * @csspart notice - What stands in place of the list: empty, failed, session over.
 * @csspart skeleton - What stands there while the list is loading.
 * @csspart dialog - Settings, people, questions and the form.
 * @csspart account-details - In the list of shared accounts: one of them.
 * @csspart picture - Its face.
 * @csspart naming - The form for its name.
 * @csspart nickname - The field itself.
 * @csspart people - Who has connected the provider.
 * @csspart person - One of them.
 * @csspart scopes - The choice of scopes.
 * @csspart scope - One of them.
 * @csspart warning - What a change will mean for members.
 * @csspart button - Every button; each has one of the following names, too.
 * @csspart settings-button - Opens the settings.
 * @csspart people-button - Opens the list of people.
 * @csspart accounts-button - Opens the list of shared accounts.
 * @csspart save-button - Saves the name of a shared account.
 * @csspart use-button - Makes a shared account the one that members use.
 * @csspart add-button - Connects one shared account more.
 * @csspart allow-button - Asks for what was not granted to a shared account.
 * @csspart connect-button - Connects the shared account.
 * @csspart reauthorize-button - Renews it.
 * @csspart update-button - Asks for another key, or another client.
 * @csspart disconnect-button - Asks whether to disconnect.
 * @csspart cancel-button - Ends the waiting, or closes the dialog.
 * @csspart confirm-button - Does what is asked about.
 * @csspart retry-button - Reads everything again.
 * @csspart back-button - Goes back in the dialog.
 * @csspart close-button - Closes it.
 * @csspart more-button - Reads more people.
 * @csspart copy-button - Copies an address.
 * @csspart submit-button - Sends what was entered.
 * @csspart show-button - Shows what was typed.
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
export class PipesAdmin extends SessionElement {
  static override properties: PropertyDeclarations = {
    ...SessionElement.properties,
    messages: { attribute: false },
  }

  static override styles: CSSResultGroup = [tokens, base, styles]

  /** Other words, over those of whatever language is spoken. */
  declare messages: AdminOverrides | null

  readonly #around: AdminSurroundings
  readonly #controller: AdminController
  readonly #language: LanguageController<AdminWords>
  /** Once their script is there. */
  #dialogs: Dialogs | null = null
  /** While it is on the screen. */
  #form: ConnectForm | null = null
  #words: AdminWords = ENGLISH

  /** @param surroundings the network, the clock, the windows; the page's own unless a test says otherwise */
  constructor(surroundings?: AdminSurroundings) {
    super(ownOrigin)
    this.#around = surroundings ?? browserForAdmin(() => this.assetOrigin)
    this.messages = null
    this.#controller = new AdminController(this, this.#around, (name) =>
      fill(this.#words.opening, { name }),
    )
    this.#language = new LanguageController(this, this.#around, {
      english: ENGLISH,
      load: (language) => loadAdminWords(language, this.assetOrigin, this.#around.fetch),
    })
    new KeepFocus(this, FOCUS_ELSEWHERE)
  }

  protected override get isSessionOver(): boolean {
    const { state } = this.#controller
    return state.kind === 'session_expired' || (state.kind === 'ready' && state.isSessionOver)
  }

  /** Reads everything again. */
  async refresh(): Promise<void> {
    await this.#controller.load()
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { state } = this.#controller
    const row = inDialog(state)
    const isForm = state.kind === 'ready' && state.dialog?.kind === 'form'
    this.#form = row && isForm ? (this.#form ?? this.#openForm(row)) : null
    this.#dialogs ??=
      this.#controller.dialogsModule?.createDialogs(this, this.#controller, this.#around) ?? null
    // Before anything is drawn anew: the button that gets the focus back has to be there still.
    if (!row) this.#dialog?.close()
    if (isEventful(state)) this.#language.needAll()
    this.#words = withAdminOverrides(this.#language.words, this.messages)
    const target = this.targetAfter(changed)
    if (target !== undefined) this.#controller.useTarget(target)
  }

  #openForm(row: Row): ConnectForm | null {
    const shown = this.#shownTo(row)
    const { formModule } = this.#controller
    if (shown === null || formModule === null) return null
    return formModule.createForm(this, shown, {
      submitForm: (_slug, entry) => void this.#controller.submitForm(row.key, entry),
      dismissForm: () => this.#controller.close(),
    })
  }

  /** The row as the form of `<pipes-widget>` knows rows. */
  #shownTo({ configuration: { shared }, activity: now, problem, refused }: Row) {
    if (shared === null) return null
    const { integration } = shared
    const isBusy = now !== 'idle'
    const activity = isBusy ? ('sending' as const) : ('entering' as const)
    return { integration, activity, aim: null, isOpen: false, problem, refused }
  }

  protected override render(): TemplateResult {
    const { state } = this.#controller
    const t = this.#words
    const { lang, dir } = this.#ofWords()
    return html`
      <slot name="header"></slot>
      <div lang=${lang} dir=${dir}>
        <div class="surface" part="surface" tabindex="-1" aria-busy=${state.kind === 'loading'}>
          ${this.#view(state, t)}
        </div>
        <dialog
          class="dialog"
          part="dialog"
          closedby=${canBeLost(state) ? 'any' : 'closerequest'}
          aria-labelledby="dialog-title"
          aria-describedby="dialog-text"
          @close=${() => this.#controller.close()}
        >
          ${this.#inDialog(state, t)}
        </dialog>
        ${liveRegion(state, t)}
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
    const isAsking = inDialog(this.#controller.state) !== null
    if (isAsking && this.isConnected && !this.#dialog?.open) this.#dialog?.showModal()
    this.#form?.updated()
    this.#dialogs?.updated()
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.shadowRoot?.querySelector('dialog')
  }

  #inDialog(state: State, t: AdminWords): TemplateResult | typeof nothing {
    const row = inDialog(state)
    const shown = row && this.#form && this.#shownTo(row)
    if (shown && this.#form) return this.#form.view(shown, t)
    return this.#dialogs?.view(state, t, this.#language.language) ?? nothing
  }

  #view(state: State, t: AdminWords): TemplateResult {
    const action = button({
      label: t.tryAgain,
      look: 'plain',
      part: 'retry-button',
      press: () => void this.#controller.load(),
    })
    switch (state.kind) {
      case 'loading':
        return loading()
      case 'ready':
        return providerSections(state, this.#controller, t)
      case 'not_permitted': {
        const { notPermittedTitle: title, notPermittedText: text } = t.admin
        return notice({ glyph: lockGlyph, title, text })
      }
      case 'failed': {
        const text = problemText(state.problem, null, t)
        return notice({ glyph: alertGlyph, title: t.admin.failedTitle, text, action })
      }
      case 'session_expired': {
        const { sessionExpiredTitle: title, sessionExpiredText: text } = t
        return notice({ glyph: clockGlyph, title, text, action })
      }
    }
  }
}

/** A click beside the dialog must not cost what was typed. */
const canBeLost = (state: State): boolean =>
  state.kind !== 'ready' || !['settings', 'form', 'accounts'].includes(state.dialog?.kind ?? '')
