/** Who may use the dashboard. For owners. */
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import type WaSelect from '@awesome.me/webawesome/dist/components/select/select.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorList } from '../../../worker/contract/operator/answers.ts'
import type { Answer } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import '../parts/question.ts'
import type { Asked } from '../parts/question.ts'
import { ago } from '../parts/times.ts'
import { loaded } from '../parts/views.ts'
import { roleOptions } from '../people/invite-person.ts'

class PeoplePage extends Page {
  readonly #list = new Loading(this, () => this.app.api.people())
  #isInviting = false
  #asked: Asked | null = null

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">People</h1>
          <p>An owner manages people and environments, a developer changes them, a viewer looks.</p>
        </div>
        ${
          may(this.app, 'owner')
            ? html`<wa-button
                size="s"
                variant="brand"
                @click=${() => this.#invite({ isOpen: true })}
              >
                <wa-icon slot="start" name="plus"></wa-icon>Invite
              </wa-button>`
            : nothing
        }
      </div>
      ${loaded(this.#list, (list) => this.#content(list))}
      ${
        this.#isInviting
          ? html`<pd-invite-person
              .app=${this.app}
              .closed=${() => this.#invite({ isOpen: false })}
              .invited=${() => void this.#list.reload({ quietly: true })}
            ></pd-invite-person>`
          : nothing
      }
      ${
        this.#asked === null
          ? nothing
          : html`<pd-question .asked=${this.#asked} .closed=${() => this.#ask(null)}></pd-question>`
      }
    `
  }

  #removal(id: string, name: string): Asked {
    return {
      label: `Remove ${name}?`,
      text: 'Every session of theirs ends at once, and what they sign in with opens nothing. What they did stays in the audit.',
      verb: 'Remove',
      act: () => this.app.api.removeOperator(id),
      done: () => {
        this.app.say(`${name} is removed.`)
        void this.#list.reload({ quietly: true })
      },
    }
  }

  #ask(asked: Asked | null): void {
    this.#asked = asked
    this.requestUpdate()
  }

  #content({ operators, invitations }: OperatorList): TemplateResult {
    return html`<div class="stack">
      <ul class="card" aria-label="Operators">
        ${operators.map((one) => this.#operator(one))}
      </ul>
      ${
        invitations.length === 0
          ? nothing
          : html`<section class="card">
              <div class="card-head"><h2>Invited</h2></div>
              <ul>
                ${invitations.map(
                  ({ id, name, email, role, expires_at: until }) =>
                    html`<li>
                      <div class="row">
                        <span class="about">
                          <span class="name">${name}</span>
                          <span class="subtle small"
                            >${email === null ? `${role}, the link ends ` : `${email}, ${role}, until `}${ago(until)}</span
                          >
                        </span>
                        <wa-button
                          size="s"
                          appearance="outlined"
                          @click=${() => void this.#do(this.app.api.withdraw(id), 'Withdrawn.')}
                          >Withdraw</wa-button
                        >
                      </div>
                    </li>`,
                )}
              </ul>
            </section>`
      }
    </div>`
  }

  #operator({
    id,
    name,
    email,
    role,
    last_seen_at: seen,
  }: OperatorList['operators'][number]): TemplateResult {
    const isMe = id === this.app.operator.id
    return html`<li>
      <div class="row wraps">
        <wa-icon name="user"></wa-icon>
        <span class="about">
          <span class="name">${name}${isMe ? ' (you)' : ''}</span>
          <span class="subtle small"
            >${email === null ? nothing : `${email}, `}seen ${ago(seen)}</span
          >
        </span>
        <wa-select
          size="s"
          label=${`Role of ${name}`}
          .value=${role}
          @change=${(event: Event) => {
            const chosen = String((event.currentTarget as WaSelect).value)
            void this.#do(this.app.api.changeRole(id, chosen), `${name} is ${chosen} now.`)
          }}
        >
          ${roleOptions()}
        </wa-select>
        ${
          isMe
            ? nothing
            : html`<wa-button
                size="s"
                appearance="outlined"
                @click=${() => this.#ask(this.#removal(id, name))}
                >Remove<span class="unseen"> ${name}</span></wa-button
              >`
        }
      </div>
    </li>`
  }

  async #do(act: Answer<unknown>, done: string): Promise<void> {
    const answer = await act
    this.app.say(answer.ok ? done : answer.failure.message)
    // A refused choice goes back to what holds.
    await this.#list.reload({ quietly: answer.ok })
  }

  #invite({ isOpen }: { readonly isOpen: boolean }): void {
    this.#isInviting = isOpen
    this.requestUpdate()
  }
}

customElements.define('pd-people', PeoplePage)
