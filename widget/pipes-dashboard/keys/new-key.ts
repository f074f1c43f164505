/** A new API key: its name and what it may do, then the key, this once. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import type WaCheckbox from '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { OperatorNewKey } from '../../../worker/contract/operator/answers.ts'
import type { App } from '../app/dashboard-app.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { textField } from '../parts/fields.ts'
import { FormDialog } from '../parts/form-dialog.ts'
import { copyLine } from '../parts/views.ts'
import { toggled } from '../provider-form/scope-choice.ts'
import { sheet } from '../styles/sheet.styles.ts'

type KeyScope = NonNullable<OperatorNewKey['scopes']>[number]

const SCOPES: Readonly<Record<KeyScope, string>> = {
  'tokens:read': 'Fetch tokens of every connection',
  'tokens:exchange': 'Fetch tokens of users whose own token it has',
  'connections:read': 'See connections',
  'connections:write': 'Import, change and disconnect them',
  'config:read': 'See providers and settings',
  'config:write': 'Change providers and settings',
  'sessions:create': 'Make sessions of the widget',
  'keys:manage': 'Create and revoke API keys',
}

export class NewKey extends LitElement {
  static override styles = sheet

  declare app: App
  declare closed: () => void
  declare created: () => void
  readonly #asking = new FormDialog(this)
  #name = ''
  #isNarrow = false
  #scopes: ReadonlySet<KeyScope> = new Set(['tokens:read', 'sessions:create'])
  #key: OperatorNewKey | null = null

  protected override render(): TemplateResult {
    return this.#key === null ? this.#form() : this.#shown(this.#key)
  }

  #form(): TemplateResult {
    return this.#asking.view({
      label: 'Create an API key',
      verb: 'Create',
      closed: this.closed,
      fields: (fault) => html`
        ${textField({
          name: 'name',
          label: 'Name',
          placeholder: 'Backend',
          hint: 'Where it is used: it tells the keys apart.',
          value: this.#name,
          isFirst: true,
          fault: fault('name'),
          edit: (value) => (this.#name = value),
        })}
        <wa-checkbox
          size="s"
          .checked=${this.#isNarrow}
          @change=${(event: Event) => {
            this.#isNarrow = (event.currentTarget as WaCheckbox).checked
            this.requestUpdate()
          }}
          >Only for some things<span slot="hint"
            >Else it may do everything in this environment.</span
          ></wa-checkbox
        >
        ${this.#isNarrow ? this.#choices() : nothing}
      `,
      send: () =>
        this.app.here.createKey({
          name: this.#name.trim(),
          scopes: this.#isNarrow ? [...this.#scopes] : null,
        }),
      done: (key) => {
        this.#key = key
        this.created()
      },
    })
  }

  #choices(): TemplateResult {
    const entries = Object.entries(SCOPES) as readonly (readonly [KeyScope, string])[]
    return html`<fieldset class="form">
      <legend class="unseen">What it may do</legend>
      ${entries.map(
        ([scope, text]) =>
          html`<wa-checkbox
            size="s"
            .checked=${this.#scopes.has(scope)}
            @change=${(event: Event) => {
              const { checked } = event.currentTarget as WaCheckbox
              this.#scopes = toggled(this.#scopes, scope, checked)
            }}
            >${text} <code class="subtle">${scope}</code></wa-checkbox
          >`,
      )}
    </fieldset>`
  }

  #shown({ key }: OperatorNewKey): TemplateResult {
    return dialog({
      label: 'Your API key',
      closed: this.closed,
      body: html`<div class="stack">
        <p>
          Copy it now. Only a digest of it is stored, so nobody can show it again. Keep it where
          your backend keeps secrets; never in a page.
        </p>
        ${copyLine('the API key', key)}
        <p class="subtle small">
          The code on the page Developers expects it in the variable <code>PIPES_API_KEY</code>.
        </p>
      </div>`,
      footer: html`<wa-button size="s" variant="brand" autofocus @click=${() => closeDialog(this)}
        >I have it</wa-button
      >`,
    })
  }
}

customElements.define('pd-new-key', NewKey)
