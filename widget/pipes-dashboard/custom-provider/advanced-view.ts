/** "Advanced": JSON for what the form has no field for, and a provider of the catalogue to start from. */
import { html, nothing, type TemplateResult } from 'lit'
import { textArea, textField } from '../parts/fields.ts'
import { ADVANCED_EXAMPLE } from './advanced.ts'

export const advancedView = (model: {
  readonly text: string
  readonly faults: readonly string[]
  readonly isOpen: boolean
  readonly model: string
  readonly modelSays: string
  readonly isModelWrong: boolean
  readonly edit: (text: string) => void
  /** When whoever types has left the field. */
  readonly typed: () => void
  readonly editModel: (slug: string) => void
  readonly takeModel: () => void
}): TemplateResult => html`
  <details class="advanced" ?open=${model.isOpen}>
    <summary>Advanced</summary>
    <div class="discovery">
      ${textField({
        name: 'model',
        label: 'Start from the catalogue',
        placeholder: 'slack',
        value: model.model,
        fault: model.isModelWrong ? model.modelSays : undefined,
        hint: model.modelSays === '' ? 'Its slug; what it says is filled in.' : model.modelSays,
        edit: model.editModel,
      })}
      <wa-button
        size="s"
        appearance="outlined"
        ?disabled=${model.model.trim() === ''}
        @click=${model.takeModel}
        >Fill in</wa-button
      >
    </div>
    <div @change=${model.typed}>
      ${
        model.faults.length === 0
          ? nothing
          : html`<div class="fault" role="alert">
              <ul>
                ${model.faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>
            </div>`
      }
      ${textArea({
        name: 'advanced',
        label: 'Whatever else it needs, as JSON',
        rows: 10,
        placeholder: ADVANCED_EXAMPLE,
        value: model.text,
        ...(model.faults.length === 0 ? {} : { fault: 'It was not saved; see above' }),
        edit: model.edit,
      })}
    </div>
    <p class="hint">
      Config fields, templates and quirks: what the API takes as
      <code>custom_provider</code>.
      <a href="/docs#createDataIntegration" target="_blank">All fields</a>
    </p>
  </details>
`
