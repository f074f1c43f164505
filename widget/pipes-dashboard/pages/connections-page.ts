/** Connections: found by an id or its beginning, by provider, state and due date; there may be a million. */
import { html, type TemplateResult } from 'lit'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { accountTable, type Account } from '../connections/account-table.ts'
import { connectionsStyles } from '../connections/connections.styles.ts'
import { findView } from '../connections/find-view.ts'
import { PagedRows } from '../connections/paged-rows.ts'
import { RowsInWindow } from '../connections/rows-in-window.ts'
import { askedFor, isAnything, queryOf, wantedIn, type Wanted } from '../connections/search.ts'
import { bones, failed, notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

class ConnectionsPage extends Page {
  static override styles = [sheet, connectionsStyles]

  override readonly keepsPlace = true
  #wanted = wantedIn(location.search)
  #rows = this.#listOf(this.#wanted)
  /** What was asked for since, until it is there: what is shown stays so long. */
  #coming: PagedRows<Account> | null = null
  readonly #window = new RowsInWindow(this, {
    count: () => this.#rows.count,
    rowHeight: 61,
    body: 'tbody',
  })
  #providers: readonly (readonly [string, string])[] | null = null
  #timer = 0

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.hasUpdated) return
    // What was typed just before somebody went on has not been asked for.
    if (queryOf(this.#wanted) === location.search) this.#rows.growOld()
    else this.#find({}, 0)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Connections</h1>
          <p>Every account that is connected in ${this.app.environment.name}.</p>
        </div>
      </div>
      ${findView({
        wanted: this.#wanted,
        providers: this.#providers ?? [],
        loadProviders: () => void this.#loadProviders(),
        find: (changes, pauseMs) => this.#find(changes, pauseMs),
      })}
      ${this.#list()}
    `
  }

  protected override updated(): void {
    const { from, to } = this.#window.range()
    this.#rows.show(from, to, this.#window.focused)
    this.#coming?.show(0, 0)
  }

  #list(): TemplateResult {
    const rows = this.#rows
    if (rows.count > 0) {
      return accountTable(rows, this.#window.drawn(), this.app.environment.id)
    }
    if (rows.refusal !== null) {
      return html`<div class="card">${failed(rows.refusal, () => rows.again())}</div>`
    }
    return rows.isComplete ? html`<div class="card">${this.#none()}</div>` : bones()
  }

  #none(): TemplateResult {
    if (isAnything(this.#wanted)) {
      return notice(
        'link',
        'Nobody has connected anything yet',
        'Embed the widget; what your users connect is here a moment later.',
        html`<wa-button size="s" href=${pathTo('developers', this.app.environment.id)}
          >Show how</wa-button
        >`,
      )
    }
    return notice(
      'magnifying-glass',
      'No connection matches',
      this.#wanted.search === ''
        ? 'None of this provider, in this state, at this time.'
        : 'A search is by the beginning of an id, and tells capital letters from small ones.',
      html`<wa-button
        size="s"
        appearance="outlined"
        @click=${() => this.#find({ search: '', provider: '', state: '', due: '' }, 0)}
        >Show all</wa-button
      >`,
    )
  }

  #find(changes: Partial<Wanted>, pauseMs: number): void {
    this.#wanted = { ...this.#wanted, ...changes }
    this.requestUpdate()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      history.replaceState(history.state, '', location.pathname + queryOf(this.#wanted))
      this.#coming = this.#listOf(this.#wanted)
      this.requestUpdate()
    }, pauseMs)
  }

  #listOf(wanted: Wanted): PagedRows<Account> {
    const asked = askedFor(wanted, Date.now())
    const rows: PagedRows<Account> = new PagedRows(
      (between) => this.app.here.accounts(asked, between),
      () => this.#listed(rows),
    )
    return rows
  }

  #listed(rows: PagedRows<Account>): void {
    if (rows === this.#coming && (rows.isComplete || rows.count > 0 || rows.refusal !== null)) {
      this.#rows = rows
      this.#coming = null
      this.#window.begin()
    }
    this.requestUpdate()
  }

  /** For the choice alone; the list needs one request. */
  async #loadProviders(): Promise<void> {
    if (this.#providers !== null) return
    this.#providers = []
    const answer = await this.app.here.integrations()
    if (!answer.ok) {
      this.#providers = null
      return
    }
    const names = new Map(answer.value.data.map(({ slug, name }) => [slug, name]))
    this.#providers = [...names].toSorted(([, one], [, other]) => one.localeCompare(other, 'en'))
    this.requestUpdate()
  }
}

customElements.define('pd-connections', ConnectionsPage)
