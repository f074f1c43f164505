/** A button of the widget. */
import { html, nothing, type TemplateResult } from 'lit'

export type ButtonModel = {
  readonly label: string | TemplateResult
  /** The whole name, for those who do not see the row around it; begins with the label (WCAG 2.5.3). */
  readonly name?: string
  readonly look: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly part: string
  /** Cannot be used now, but keeps the focus, which `disabled` would drop. */
  readonly busy?: boolean
  readonly describedBy?: string
  /** The button of its row that takes the focus when another one goes. */
  readonly main?: boolean
  /** The id of what it shows and hides. */
  readonly expands?: string
  readonly isExpanded?: boolean
  readonly press: () => void
}

export const button = (model: ButtonModel): TemplateResult => html`
  <button
    type="button"
    class=${model.look}
    part=${`button ${model.part}`}
    aria-label=${model.name ?? nothing}
    aria-disabled=${model.busy ? 'true' : nothing}
    aria-describedby=${model.describedBy ?? nothing}
    aria-controls=${model.expands ?? nothing}
    aria-expanded=${model.isExpanded ?? nothing}
    ?data-main=${model.main}
    @click=${() => model.busy || model.press()}
  >
    ${model.label}
  </button>
`
