/** Settings of an environment: its brand, its addresses, how connections are made and kept, whose tokens it believes. */
import { css, html, nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Page } from '../app/page.ts'
import '../parts/export-file.ts'
import { focusFault } from '../parts/fields.ts'
import { problem } from '../parts/views.ts'
import { addressesCard, brandCard, connectingCard, type CardModel } from '../settings/cards.ts'
import { changesOf, settingsOf, typed, type SettingsDraft } from '../settings/draft.ts'
import '../settings/more-environments.ts'
import '../settings/user-token-issuers.ts'
import { sheet } from '../styles/sheet.styles.ts'

class SettingsPage extends Page {
  static override styles = [
    sheet,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 1rem;
      }
      .save {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ]

  #before: SettingsDraft | null = null
  #draft: SettingsDraft | null = null
  #refusal: Refusal | null = null
  #isBusy = false

  protected override willUpdate(): void {
    this.#before ??= settingsOf(this.app.environment)
    this.#draft ??= this.#before
  }

  protected override render(): TemplateResult | typeof nothing {
    const draft = this.#draft
    if (draft === null) return nothing
    const model: CardModel = {
      draft,
      edit: (changes) => this.#edit(changes),
      fault: (field) => this.#fault(field),
      listFault: (field) => this.#listFault(field),
    }
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">Settings</h1>
          <p>Of ${this.app.environment.name}, <code>${this.app.environment.id}</code></p>
        </div>
      </div>
      <div class="stack">
        <form
          method="dialog"
          novalidate
          autocomplete="off"
          @submit=${(event: Event) => {
            event.preventDefault()
            void this.#save()
          }}
        >
          ${brandCard(model)} ${addressesCard(model)} ${connectingCard(model)}
          ${problem(this.#shownRefusal())}
          ${
            may(this.app, 'developer')
              ? html`<div class="save">
                  <wa-button type="submit" size="s" variant="brand" ?loading=${this.#isBusy}
                    >Save settings</wa-button
                  >
                </div>`
              : nothing
          }
        </form>
        <pd-user-token-issuers .app=${this.app}></pd-user-token-issuers>
        ${may(this.app, 'developer') ? this.#export() : nothing}
        <pd-more-environments .app=${this.app}></pd-more-environments>
      </div>
    `
  }

  #export(): TemplateResult {
    const { here, say } = this.app
    return html`<section class="card">
      <div class="card-head">
        <div>
          <h2>Connections as a file</h2>
          <p>Who has connected what, and how it fares. No token is in it, nor any part of one.</p>
        </div>
        <pd-export
          .what=${'connections'}
          .ask=${(format: 'csv' | 'json') => here.exportConnections(format)}
          .say=${say}
        ></pd-export>
      </div>
    </section>`
  }

  async #save(): Promise<void> {
    const [before, draft] = [this.#before, this.#draft]
    if (before === null || draft === null || this.#isBusy) return
    const changes = changesOf(before, draft)
    if (Object.keys(changes).length === 0) return this.app.say('Nothing has changed.')
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.app.here.update(changes, this.app.environment.version)
    this.#isBusy = false
    if (answer.ok) {
      this.#before = settingsOf(answer.value)
      this.#draft = this.#before
      this.app.changed(answer.value)
      this.app.say('Saved.')
    } else {
      this.#refusal = answer.failure
      if (answer.failure.code === 'changed_meanwhile') await this.#reread()
    }
    this.requestUpdate()
    await focusFault(this)
  }

  /** What was typed stays, over what somebody else has saved. */
  async #reread(): Promise<void> {
    const answer = await this.app.api.environments()
    if (!answer.ok) return
    const now = answer.value.data.find(({ id }) => id === this.app.environment.id)
    const [before, draft] = [this.#before, this.#draft]
    if (now === undefined || before === null || draft === null) return
    this.#before = settingsOf(now)
    this.#draft = { ...this.#before, ...typed(before, draft) }
    this.app.changed(now)
  }

  #shownRefusal(): Refusal | null {
    const refusal = this.#refusal
    return refusal !== null && refusal.fields.size > 0 ? null : refusal
  }

  #fault(field: string): string | undefined {
    return this.#refusal?.fields.get(field)
  }

  /** `allowed_origins.2` is about the third line. */
  #listFault(field: string): string | undefined {
    const found = [...(this.#refusal?.fields ?? [])].find(
      ([name]) => name === field || name.startsWith(`${field}.`),
    )
    if (found === undefined) return undefined
    const line = Number(found[0].slice(field.length + 1))
    return found[0] === field ? found[1] : `Line ${line + 1} ${found[1]}`
  }

  #edit(changes: Partial<SettingsDraft>): void {
    if (this.#draft === null) return
    this.#draft = { ...this.#draft, ...changes }
    this.requestUpdate()
  }
}

customElements.define('pd-settings', SettingsPage)
