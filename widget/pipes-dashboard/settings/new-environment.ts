/** Another environment, or the first one: its name and its kind. */
import '@awesome.me/webawesome/dist/components/radio/radio.js'
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import type WaRadioGroup from '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import { html, LitElement, type TemplateResult } from 'lit'
import type { OperatorEnvironment } from '../../../worker/contract/operator/answers.ts'
import type { OperatorApi } from '../api/operator-api.ts'
import { closeDialog } from '../parts/dialog.ts'
import { textField } from '../parts/fields.ts'
import { FormDialog } from '../parts/form-dialog.ts'
import { sheet } from '../styles/sheet.styles.ts'

class NewEnvironment extends LitElement {
  static override styles = sheet

  declare api: Pick<OperatorApi, 'createEnvironment'>
  declare made: (environment: OperatorEnvironment) => void
  declare closed: () => void
  readonly #asking = new FormDialog(this)
  #name = ''
  #kind = 'production'

  protected override render(): TemplateResult {
    return this.#asking.view({
      label: 'New environment',
      verb: 'Create',
      closed: this.closed,
      fields: (fault) => html`
        ${textField({
          name: 'name',
          label: 'Name',
          hint: 'Your users read it while they connect.',
          value: this.#name,
          isFirst: true,
          fault: fault('name'),
          edit: (name) => (this.#name = name),
        })}
        <wa-radio-group
          size="s"
          label="Kind"
          .value=${this.#kind}
          @change=${(event: Event) =>
            (this.#kind = String((event.currentTarget as WaRadioGroup).value))}
        >
          <wa-radio value="production">Production</wa-radio>
          <wa-radio value="sandbox">Sandbox, with the test provider and loopback pages</wa-radio>
        </wa-radio-group>
      `,
      send: () => this.api.createEnvironment({ name: this.#name.trim(), kind: this.#kind }),
      done: (made) => {
        closeDialog(this)
        this.made(made)
      },
    })
  }
}

customElements.define('pd-new-environment', NewEnvironment)
