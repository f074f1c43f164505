/** One's own passkeys and sessions. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorAccount } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { ago } from '../parts/times.ts'
import { loaded } from '../parts/views.ts'
import { addPasskey } from '../sign-in/passkeys.ts'

class AccountOfOperatorPage extends Page {
  readonly #account = new Loading(this, () => this.app.api.account())

  protected override render(): TemplateResult {
    const { operator } = this.app
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">${operator.name}</h1>
          <p>${ROLES[operator.role]}</p>
        </div>
      </div>
      ${loaded(this.#account, (account) => this.#content(account))}
    `
  }

  #content({ passkeys, sessions }: OperatorAccount): TemplateResult {
    return html`<div class="stack">
      <section class="card">
        <div class="card-head">
          <div>
            <h2>Passkeys</h2>
            <p>With two of them, a lost device locks nobody out.</p>
          </div>
          <wa-button size="s" appearance="outlined" @click=${() => void this.#add()}>
            <wa-icon slot="start" name="plus"></wa-icon>Add a passkey
          </wa-button>
        </div>
        <ul>
          ${passkeys.map(
            ({ id, name, synced, last_used_at: used }) =>
              html`<li>
                <div class="row">
                  <wa-icon name="passkey"></wa-icon>
                  <span class="about">
                    <span class="name">${name}</span>
                    <span class="subtle small"
                      >${synced ? 'kept by a password manager' : 'on one device'}, used
                      ${ago(used)}</span
                    >
                  </span>
                  <wa-button
                    size="s"
                    appearance="outlined"
                    @click=${() => void this.#do(this.app.api.deletePasskey(id), 'Removed.')}
                    >Remove<span class="unseen"> ${name}</span></wa-button
                  >
                </div>
              </li>`,
          )}
        </ul>
      </section>
      <section class="card">
        <div class="card-head">
          <h2>Sessions</h2>
          <wa-button size="s" appearance="outlined" @click=${() => void this.#endAll()}
            >End all of them</wa-button
          >
        </div>
        <ul>
          ${sessions.map((session) => this.#session(session))}
        </ul>
      </section>
    </div>`
  }

  #session(session: OperatorAccount['sessions'][number]): TemplateResult {
    const { id, current, ip_address: ip, user_agent: agent, last_seen_at: seen } = session
    return html`<li>
      <div class="row">
        <span class="about">
          <span class="name">${browserOf(agent)}${current ? ' (this one)' : ''}</span>
          <span class="subtle small">${ip === null ? nothing : `${ip}, `}seen ${ago(seen)}</span>
        </span>
        ${
          current
            ? nothing
            : html`<wa-button
                size="s"
                appearance="outlined"
                @click=${() => void this.#do(this.app.api.endSession(id), 'Ended.')}
                >End</wa-button
              >`
        }
      </div>
    </li>`
  }

  async #add(): Promise<void> {
    await this.#do(addPasskey(this.app.send, 'Passkey'), 'The passkey is added.')
  }

  async #endAll(): Promise<void> {
    const answer = await this.app.api.endAllSessions()
    if (answer.ok) this.app.signOut()
    else this.app.say(answer.failure.message)
  }

  async #do(act: Answer<unknown>, done: string): Promise<void> {
    const answer = await act
    this.app.say(answer.ok ? done : answer.failure.message)
    if (answer.ok) await this.#account.reload({ quietly: true })
  }
}

const ROLES = {
  owner: 'Owner: may do everything.',
  developer: 'Developer: changes what an environment holds.',
  viewer: 'Viewer: looks, and changes nothing.',
} as const

/** Enough to tell one's own browsers apart. */
const browserOf = (agent: string | null): string => {
  if (agent === null) return 'A browser'
  const names = [/Edg\//, /Firefox\//, /Chrome\//, /Safari\//]
  const labels = ['Edge', 'Firefox', 'Chrome', 'Safari']
  const label = labels[names.findIndex((name) => name.test(agent))] ?? 'A browser'
  const system = /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(agent)?.[0]
  return system === undefined ? label : `${label} on ${system.replace('Mac OS X', 'macOS')}`
}

customElements.define('pd-account', AccountOfOperatorPage)
