/** The row that users will see, drawn with the widget's own parts and styles. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { providerOf } from '../../api/integration.ts'
import { en } from '../../i18n/en.ts'
import { styles } from '../../pipes-widget/pipes-widget.styles.ts'
import { aboutProvider } from '../../pipes-widget/views/about-provider.ts'
import { base } from '../../styles/base.ts'
import { button } from '../../ui/button.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import { previewStyles } from './widget-preview.styles.ts'

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

  /** A picture: it is inert, and nothing in it can be asked for. */
  protected override render(): TemplateResult | typeof nothing {
    const { name, icon, description } = this
    const iconUrl = icon === null ? null : new URL(icon, location.origin).href
    // Read as the widget reads what the Worker answers, so that it is cut and cleaned in the same way.
    const wire = { slug: 'preview', name: name === '' ? 'Name' : name, description, iconUrl }
    const provider = providerOf(wire, location.origin)
    if (provider === null) return nothing
    // Its layout goes by the width of the root, as the widget's does.
    return html`<div class="root" inert aria-hidden="true">
      <div class="surface">
        <ul>
          <li>
            ${providerLogo(provider.name, provider.iconUrl)} ${aboutProvider(provider)}
            <div class="status off">
              <span class="state"><span class="dot"></span>${en.notConnected}</span>
            </div>
            <div class="actions">
              ${button({ label: en.connect, look: 'plain', part: 'preview', press: () => undefined })}
            </div>
          </li>
        </ul>
      </div>
    </div>`
  }
}

customElements.define('pd-widget-preview', WidgetPreview)
