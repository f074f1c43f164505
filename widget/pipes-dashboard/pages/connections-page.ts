/** Connections: found by an id or its beginning, by provider and state; a page at a time, as there may be a million. */
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { css, html, nothing, type TemplateResult } from 'lit'
import type { OperatorAccountList } from '../../../worker/contract/operator/answers.ts'
import type { AccountSearch } from '../api/operator-api.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { accountName, accountState } from '../connection/account-views.ts'
import { ago } from '../parts/times.ts'
import { loaded, notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

type Account = OperatorAccountList['data'][number]

/** After the last key: a search for each letter would only make the answers late. */
const PAUSE_MS = 250
const NOTHING: AccountSearch = {
  search: '',
  provider: '',
  state: '',
  connection_owner: '',
  after: '',
}

class ConnectionsPage extends Page {
  static override styles = [
    sheet,
    css`
      .find {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem 12rem;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 0.75rem;
        border-top: 1px solid var(--border);
      }
      td a {
        font-weight: 550;
      }
      @media (width < 60rem) {
        .find {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          gap: 0.5rem;
        }
        .find > :first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  #search: AccountSearch = fromAddress()
  readonly #list = new Loading(this, () => this.app.here.accounts(this.#search))
  /** Of the pages that were loaded before the last one. */
  #earlier: readonly Account[] = []
  #isLoadingMore = false
  #timer = 0

  protected override render(): TemplateResult {
    const { search, provider, state } = this.#search
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Connections</h1>
          <p>Every account that is connected in ${this.app.environment.name}.</p>
        </div>
      </div>
      <div class="find" role="search">
        <wa-input
          size="s"
          label="Search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          placeholder="User, organization or connection id, or its beginning"
          .value=${search}
          @input=${(event: Event) =>
            this.#find({ search: (event.currentTarget as WaInput).value ?? '' }, PAUSE_MS)}
        >
          <wa-icon slot="start" name="magnifying-glass"></wa-icon>
        </wa-input>
        <wa-input
          size="s"
          label="Provider"
          autocomplete="off"
          spellcheck="false"
          placeholder="Slug"
          .value=${provider}
          @input=${(event: Event) =>
            this.#find({ provider: (event.currentTarget as WaInput).value ?? '' }, PAUSE_MS)}
        >
        </wa-input>
        <wa-select
          size="s"
          label="State"
          .value=${state}
          @change=${(event: Event) =>
            this.#find({ state: String((event.currentTarget as WaSelect).value ?? '') }, 0)}
        >
          <wa-option value="">Any state</wa-option>
          <wa-option value="connected">Connected</wa-option>
          <wa-option value="needs_reauthorization">To be reauthorized</wa-option>
        </wa-select>
      </div>
      ${loaded(this.#list, (list) => this.#table(list))}
    `
  }

  #table({ data, list_metadata: { after } }: OperatorAccountList): TemplateResult {
    const rows = [...this.#earlier, ...data]
    if (rows.length === 0) return html`<div class="card">${this.#none()}</div>`
    return html`<div class="card frame">
      <table>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" class="wide">Owner</th>
            <th scope="col">State</th>
            <th scope="col" class="wide">Last used</th>
            <th scope="col" class="wide">Needs the user</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((account) => this.#row(account))}
        </tbody>
      </table>
      ${
        after === null
          ? nothing
          : html`<div class="more">
              <wa-button
                size="s"
                appearance="outlined"
                ?loading=${this.#isLoadingMore}
                @click=${() => void this.#more(data, after)}
                >Show more</wa-button
              >
            </div>`
      }
      <p class="unseen" role="status">
        ${rows.length} connections${after === null ? '' : ', and more'}
      </p>
    </div>`
  }

  #row(account: Account): TemplateResult {
    const { id, provider_slug: slug, user_id: user, organization_id: organization } = account
    return html`<tr>
      <td>
        <a href=${pathTo('connections', this.app.environment.id, id)}>${accountName(account)}</a>
        <div class="subtle small">${slug}</div>
        <div class="narrow subtle small mono">${user ?? organization}</div>
      </td>
      <td class="wide">
        <span class="mono">${user ?? organization}</span>
        ${
          user === null || organization === null
            ? nothing
            : html`<div class="subtle small mono">${organization}</div>`
        }
      </td>
      <td>${accountState(account)}</td>
      <td class="wide">${ago(account.last_used_at)}</td>
      <td class="wide">
        ${
          account.needs_user_at === null
            ? html`<span class="subtle">not foreseen</span>`
            : ago(account.needs_user_at)
        }
      </td>
    </tr>`
  }

  #none(): TemplateResult {
    const { search, provider, state } = this.#search
    return search + provider + state === ''
      ? notice(
          'link',
          'Nobody has connected anything yet',
          'Embed the widget; what your users connect is here a moment later.',
          html`<wa-button size="s" href=${pathTo('developers', this.app.environment.id)}
            >Show how</wa-button
          >`,
        )
      : notice(
          'magnifying-glass',
          'No connection matches',
          'A search is by the beginning of an id, and tells capital letters from small ones.',
        )
  }

  #find(changes: Partial<AccountSearch>, pauseMs: number): void {
    this.#search = { ...this.#search, ...changes, after: '' }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      toAddress(this.#search)
      this.#earlier = []
      void this.#list.reload({ quietly: true })
    }, pauseMs)
  }

  async #more(shown: readonly Account[], after: string): Promise<void> {
    if (this.#isLoadingMore) return
    this.#isLoadingMore = true
    this.requestUpdate()
    const answer = await this.app.here.accounts({ ...this.#search, after })
    this.#isLoadingMore = false
    if (answer.ok) {
      this.#earlier = [...this.#earlier, ...shown]
      this.#list.replace(answer.value)
    } else {
      this.app.say(answer.failure.message)
      this.requestUpdate()
    }
  }
}

/** A search can be linked to, and is still there after going back. */
function fromAddress(): AccountSearch {
  const given = new URLSearchParams(location.search)
  const of = (name: string): string => given.get(name) ?? ''
  return { ...NOTHING, search: of('search'), provider: of('provider'), state: of('state') }
}

function toAddress({ search, provider, state }: AccountSearch): void {
  const given = Object.entries({ search, provider, state }).filter(([, value]) => value !== '')
  const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`
  history.replaceState(history.state, '', location.pathname + query)
}

customElements.define('pd-connections', ConnectionsPage)
