/** One's own passkeys and sessions. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorAccount } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import '../parts/question.ts'
import type { Asked } from '../parts/question.ts'
import { ago } from '../parts/times.ts'
import { loaded } from '../parts/views.ts'
import { accessLogout } from '../sign-in/access.ts'
import type { Naming } from '../sign-in/name-passkey.ts'
import '../sign-in/name-passkey.ts'

class AccountOfOperatorPage extends Page {
  #asked: Asked | null = null
  #naming: Naming | null = null
  readonly #account = new Loading(this, () => this.app.api.account())

  protected override render(): TemplateResult {
    const { operator } = this.app
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">${operator.name}</h1>
          <p>${operator.email === null ? '' : `${operator.email}. `}${ROLES[operator.role]}</p>
        </div>
      </div>
      ${loaded(this.#account, (account) => this.#content(account))}
      ${
        this.#asked === null
          ? nothing
          : html`<pd-question .asked=${this.#asked} .closed=${() => this.#ask(null)}></pd-question>`
      }
      ${
        this.#naming === null
          ? nothing
          : html`<pd-name-passkey
              .app=${this.app}
              .naming=${this.#naming}
              .done=${(message: string) => this.#said(message)}
              .closed=${() => this.#name(null)}
            ></pd-name-passkey>`
      }
    `
  }

  #content({ passkeys, sessions }: OperatorAccount): TemplateResult {
    return html`<div class="stack">
      ${this.app.isByAccess ? byAccess() : this.#passkeys(passkeys)}
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

  #passkeys(passkeys: OperatorAccount['passkeys']): TemplateResult {
    return html`<section class="card">
      <div class="card-head">
        <div>
          <h2>Passkeys</h2>
          <p>With two of them, a lost device locks nobody out.</p>
        </div>
        <wa-button
          size="s"
          appearance="outlined"
          @click=${() => this.#name({ id: null, name: '' })}
        >
          <wa-icon slot="start" name="plus"></wa-icon>Add a passkey
        </wa-button>
      </div>
      <ul aria-label="Passkeys">
        ${passkeys.map((passkey) => this.#passkey(passkey))}
      </ul>
    </section>`
  }

  #passkey(passkey: OperatorAccount['passkeys'][number]): TemplateResult {
    const { id, name, synced, last_used_at: used } = passkey
    return html`<li>
      <div class="row wraps">
        <wa-icon name="passkey"></wa-icon>
        <span class="about">
          <span class="name">${name}</span>
          <span class="subtle small"
            >${synced ? 'kept by a password manager' : 'on one device'}, used ${ago(used)}</span
          >
        </span>
        <span class="actions">
          <wa-button size="s" appearance="outlined" @click=${() => this.#name({ id, name })}
            >Rename<span class="unseen"> ${name}</span></wa-button
          >
          <wa-button
            size="s"
            appearance="outlined"
            @click=${() => this.#ask(this.#removal(id, name))}
            >Remove<span class="unseen"> ${name}</span></wa-button
          >
        </span>
      </div>
    </li>`
  }

  #removal(id: string, name: string): Asked {
    return {
      label: `Remove ${name}?`,
      text: 'It signs you in no longer. Sessions that it has opened go on: end them below.',
      verb: 'Remove',
      act: () => this.app.api.deletePasskey(id),
      done: () => this.#said('The passkey is removed.'),
    }
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

  async #endAll(): Promise<void> {
    const answer = await this.app.api.endAllSessions()
    if (answer.ok) this.app.signOut()
    else this.app.say(answer.failure.message)
  }

  #said(message: string): void {
    this.app.say(message)
    void this.#account.reload({ quietly: true })
  }

  #name(naming: Naming | null): void {
    this.#naming = naming
    this.requestUpdate()
  }

  #ask(asked: Asked | null): void {
    this.#asked = asked
    this.requestUpdate()
  }

  async #do(act: Answer<unknown>, done: string): Promise<void> {
    const answer = await act
    this.app.say(answer.ok ? done : answer.failure.message)
    if (answer.ok) await this.#account.reload({ quietly: true })
  }
}

const byAccess = (): TemplateResult =>
  html`<section class="card">
    <div class="card-head">
      <div>
        <h2>Cloudflare Access</h2>
        <p>It signs you in here. Signing out of it ends every application that it guards.</p>
      </div>
      <wa-button size="s" appearance="outlined" href=${accessLogout()}
        >Sign out of Access</wa-button
      >
    </div>
  </section>`

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
