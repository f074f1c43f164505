/** The row that users will see, drawn by the widget's own view. */
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import { withAccounts } from '../../api/integration.ts'
import { en } from '../../i18n/en.ts'
import { styles } from '../../pipes-widget/pipes-widget.styles.ts'
import type { Actions } from '../../pipes-widget/actions.ts'
import { providerRow } from '../../pipes-widget/views/provider-row.ts'
import { base } from '../../styles/base.ts'
import { previewStyles } from './widget-preview.styles.ts'

/** A picture: it is inert, and nothing in it can be asked for. */
const NO_ACTIONS: Actions = {
  begin: () => undefined,
  toggleDetails: () => undefined,
  search: () => undefined,
  cancelConnect: () => undefined,
  askDisconnect: () => undefined,
  dismissDisconnect: () => undefined,
  disconnect: () => undefined,
  load: () => undefined,
  submitForm: () => undefined,
  dismissForm: () => undefined,
}

export class WidgetPreview extends LitElement {
  static override properties: PropertyDeclarations = {
    name: {},
    icon: {},
    description: {},
  }

  static override styles = [base, styles, previewStyles]

  declare name: string
  declare icon: string | null
  declare description: string

  protected override render(): TemplateResult {
    const integration = withAccounts(
      {
        slug: 'preview',
        name: this.name === '' ? 'Name' : this.name,
        description: this.description.trim() === '' ? null : this.description,
        iconUrl: this.icon,
        methods: ['oauth'],
        asks: false,
        category: null,
        aliases: [],
        scopeWords: {},
        raw: {},
      },
      [],
    )
    const row = { integration, activity: 'idle', problem: null, aim: null, isOpen: false } as const
    const place = { index: 0, isFound: true, more: null } as const
    return html`<div class="surface" inert aria-hidden="true">
      <ul>
        ${providerRow(row, place, NO_ACTIONS, en)}
      </ul>
    </div>`
  }
}

customElements.define('pd-widget-preview', WidgetPreview)
