/** One connection: whose it is, how it stands, what happened to it, and what can be done. Never a token. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountPage } from '../../../worker/contract/operator/answers.ts'
import type { Answer, Refusal } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { accountFacts } from '../connection/account-facts.ts'
import { accountName, accountState } from '../connection/account-views.ts'
import { connectionStyles } from '../connection/connection.styles.ts'
import { timelineView } from '../connection/timeline-view.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { loaded, problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

type Action = 'refresh' | 'mark' | 'disconnect'

class ConnectionPage extends Page {
  static override styles = [sheet, connectionStyles]

  readonly #one = new Loading(this, () => this.app.here.account(this.item ?? ''))
  #asked: 'mark' | 'disconnect' | null = null
  #busy: Action | null = null
  #refusal: Refusal | null = null

  protected override render(): TemplateResult {
    const { state } = this.#one
    const account = state.kind === 'ready' ? state.value.account : null
    const isOver = account?.state === 'disconnected'
    return html`
      <p class="trail">
        <a data-back href=${pathTo('connections', this.app.environment.id)}>Connections</a>
      </p>
      <div class="head">
        <div>
          <h1 tabindex="-1">${account === null ? 'Connection' : accountName(account)}</h1>
          ${account === null ? nothing : accountState(account)}
        </div>
        ${account === null || isOver || !may(this.app, 'developer') ? nothing : this.#actions(account)}
      </div>
      ${loaded(this.#one, (page) => this.#content(page))}
    `
  }

  #content({ account, timeline }: AccountPage): TemplateResult {
    return html`
      ${this.#asked === null ? problem(this.#refusal) : nothing}
      <div class="columns">
        ${accountFacts(account, this.app.environment.id)} ${timelineView(timeline)}
      </div>
      ${this.#asked === null ? nothing : this.#question(account, this.#asked)}
    `
  }

  #actions({ state, auth_method: method }: AccountPage['account']): TemplateResult {
    return html`<div class="actions">
      ${
        method === 'api_key'
          ? nothing
          : html`<wa-button
              size="s"
              appearance="outlined"
              ?loading=${this.#busy === 'refresh'}
              @click=${() => void this.#refresh()}
            >
              <wa-icon slot="start" name="refresh"></wa-icon>Refresh now
            </wa-button>`
      }
      ${
        state === 'needs_reauthorization'
          ? nothing
          : html`<wa-button size="s" appearance="outlined" @click=${() => this.#ask('mark')}
              >Mark for reauthorization</wa-button
            >`
      }
      <wa-button
        size="s"
        appearance="outlined"
        variant="danger"
        @click=${() => this.#ask('disconnect')}
        >Disconnect</wa-button
      >
    </div>`
  }

  #question(account: AccountPage['account'], asked: 'mark' | 'disconnect'): TemplateResult {
    const isEnd = asked === 'disconnect'
    return dialog({
      label: isEnd ? 'Disconnect this account?' : 'Mark for reauthorization?',
      isQuestion: true,
      closed: () => this.#ask(null),
      body: html`<div class="stack">
        <p>
          ${
            isEnd
              ? `No token of ${accountName(account)} is vended from now on, and the grant is given back at the provider. The user can connect again.`
              : `No token of ${accountName(account)} is vended until the user has connected it again; the widget asks them to.`
          }
        </p>
        ${problem(this.#refusal)}
      </div>`,
      footer: html`
        <wa-button size="s" appearance="outlined" autofocus @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant=${isEnd ? 'danger' : 'brand'}
          ?loading=${this.#busy !== null}
          @click=${() => void this.#confirm(account.id, asked)}
          >${isEnd ? 'Disconnect' : 'Mark it'}</wa-button
        >
      `,
    })
  }

  async #refresh(): Promise<void> {
    const { app } = this
    await this.#during('refresh', async () => {
      const answer = await app.here.refreshAccount(this.item ?? '')
      if (answer.ok) app.say(answer.value.outcome.text)
      return answer
    })
  }

  async #confirm(id: string, asked: 'mark' | 'disconnect'): Promise<void> {
    const { app } = this
    const isEnd = asked === 'disconnect'
    await this.#during(asked, async () => {
      const answer = await (isEnd ? app.here.disconnectAccount(id) : app.here.markAccount(id))
      if (answer.ok) {
        closeDialog(this)
        app.say(isEnd ? 'Disconnected.' : 'Marked: the user is asked to connect again.')
      }
      return answer
    })
  }

  async #during(action: Action, act: () => Answer<AccountPage>): Promise<void> {
    if (this.#busy !== null) return
    this.#busy = action
    this.#refusal = null
    this.requestUpdate()
    const answer = await act()
    this.#busy = null
    if (answer.ok) this.#one.replace(answer.value)
    else this.#refusal = answer.failure
    this.requestUpdate()
  }

  #ask(asked: 'mark' | 'disconnect' | null): void {
    this.#asked = asked
    this.#refusal = null
    this.requestUpdate()
  }
}

customElements.define('pd-connection', ConnectionPage)
