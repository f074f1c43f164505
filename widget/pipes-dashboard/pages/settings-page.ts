/** Settings of an environment: its name and brand, and which addresses may embed the widget or get a user back. */
import '@awesome.me/webawesome/dist/components/switch/switch.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js'
import { css, html, nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Page } from '../app/page.ts'
import { focusFault, textArea, textField } from '../parts/fields.ts'
import { problem } from '../parts/views.ts'
import { changesOf, settingsOf, typed, type SettingsDraft } from '../settings/draft.ts'
import '../settings/more-environments.ts'
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
          ${this.#brand(draft)} ${this.#addresses(draft)} ${problem(this.#shownRefusal())}
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
        <pd-more-environments .app=${this.app}></pd-more-environments>
      </div>
    `
  }

  #brand(draft: SettingsDraft): TemplateResult {
    return html`<section class="card">
      <div class="card-head">
        <div>
          <h2>Brand</h2>
          <p>What your users see while they connect.</p>
        </div>
      </div>
      <div class="inside form">
        <div class="pair">
          ${textField({
            name: 'name',
            label: 'Name of the environment',
            value: draft.name,
            fault: this.#fault('name'),
            edit: (name) => this.#edit({ name }),
          })}
          ${textField({
            name: 'branding.name',
            label: 'Name of your product',
            placeholder: draft.name,
            value: draft.brandName,
            fault: this.#fault('branding.name'),
            edit: (brandName) => this.#edit({ brandName }),
          })}
        </div>
        <div class="pair">
          ${textField({
            name: 'branding.logo_url',
            label: 'Address of your logo',
            placeholder: 'https://…',
            value: draft.logoUrl,
            fault: this.#fault('branding.logo_url'),
            edit: (logoUrl) => this.#edit({ logoUrl }),
          })}
          ${textField({
            name: 'branding.accent_color',
            label: 'Accent colour',
            placeholder: '#1d4ed8',
            value: draft.accentColor,
            fault: this.#fault('branding.accent_color'),
            edit: (accentColor) => this.#edit({ accentColor }),
          })}
        </div>
      </div>
    </section>`
  }

  #addresses(draft: SettingsDraft): TemplateResult {
    return html`<section class="card">
      <div class="card-head">
        <div>
          <h2>Addresses</h2>
          <p>Anything else is refused, and the refusal names the address to add.</p>
        </div>
      </div>
      <div class="inside form">
        ${textArea({
          name: 'allowed_origins',
          label: 'Origins that may embed the widget',
          placeholder: 'https://app.example.com',
          hint: 'One a line. A sandbox lets every loopback page embed it.',
          value: draft.allowedOrigins,
          fault: this.#listFault('allowed_origins'),
          edit: (allowedOrigins) => this.#edit({ allowedOrigins }),
        })}
        ${textArea({
          name: 'return_urls',
          label: 'Addresses to return to',
          placeholder: 'https://app.example.com/integrations',
          hint: 'One a line: where a browser may be sent when a connection is made in the same tab.',
          value: draft.returnUrls,
          fault: this.#listFault('return_urls'),
          edit: (returnUrls) => this.#edit({ returnUrls }),
        })}
        <wa-switch
          size="s"
          .checked=${draft.requiresBinding}
          @change=${(event: Event) =>
            this.#edit({ requiresBinding: (event.currentTarget as WaSwitch).checked })}
          >Backends have to bind each connection with a code_challenge<span slot="hint"
            >Off, a user may finish on our confirmation page instead.</span
          ></wa-switch
        >
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
