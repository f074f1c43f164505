/** A deployment that nobody has made an environment in: an owner does it here. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { OperatorEnvironment } from '../../../worker/contract/operator/answers.ts'
import type { OperatorApi } from '../api/operator-api.ts'
import { may, type Operator } from '../app/dashboard-app.ts'
import { notice } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'

class NoEnvironment extends LitElement {
  static override properties: PropertyDeclarations = { operator: { attribute: false } }
  static override styles = sheet

  declare operator: Operator | null
  declare api: OperatorApi
  declare made: (environment: OperatorEnvironment) => void
  #isCreating = false

  protected override render(): TemplateResult {
    const { operator } = this
    const isOwner = operator !== null && may({ operator }, 'owner')
    return html`
      ${notice(
        'environments',
        'There is no environment yet',
        isOwner
          ? 'It holds providers, connections and API keys: one for your product, and a sandbox to try things in.'
          : 'An owner makes the first one here.',
        isOwner
          ? html`<wa-button
              size="s"
              variant="brand"
              @click=${() => void this.#create({ isOpen: true })}
              >Create the first one</wa-button
            >`
          : nothing,
      )}
      ${
        this.#isCreating
          ? html`<pd-new-environment
              .api=${this.api}
              .made=${this.made}
              .closed=${() => void this.#create({ isOpen: false })}
            ></pd-new-environment>`
          : nothing
      }
    `
  }

  async #create({ isOpen }: { readonly isOpen: boolean }): Promise<void> {
    if (isOpen) await import('../settings/new-environment.ts')
    this.#isCreating = isOpen
    this.requestUpdate()
  }
}

export const noEnvironment = (
  operator: Operator | null,
  api: OperatorApi,
  made: (environment: OperatorEnvironment) => void,
): TemplateResult =>
  html`<main class="alone">
    <pd-no-environment .operator=${operator} .api=${api} .made=${made}></pd-no-environment>
  </main>`

customElements.define('pd-no-environment', NoEnvironment)
