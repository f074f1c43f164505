/** A provider is changed. Whoever comes second is told, and what they typed stays. */
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import type {
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import type { App } from '../app/dashboard-app.ts'
import type { Refusal } from '../api/request.ts'
import '../custom-provider/custom-provider-form.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { failed } from '../parts/views.ts'
import '../provider-form/integration-form.ts'
import { sheet } from '../styles/sheet.styles.ts'

type Form = HTMLElement & { readonly isBusy: boolean; save(): Promise<Refusal | null> }

export class EditProvider extends LitElement {
  static override properties: PropertyDeclarations = { integration: { attribute: false } }
  static override styles = sheet

  declare app: App
  declare integration: OperatorIntegration
  declare closed: () => void
  declare saved: (integration: OperatorIntegration) => void
  /** Reads what is there now, after somebody else has changed it. */
  declare reread: () => Promise<void>
  #provider: CatalogueProvider | null = null
  #refusal: Refusal | null = null
  #isBusy = false

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.integration.custom_provider === null) void this.#load()
  }

  protected override render(): TemplateResult {
    return dialog({
      label: `Edit ${this.integration.name}`,
      closed: this.closed,
      isWide: true,
      body: html`${this.#body()}`,
      footer: html`
        <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="brand"
          ?loading=${this.#isBusy}
          @click=${() => void this.#save()}
          >Save</wa-button
        >
      `,
    })
  }

  #body(): TemplateResult {
    if (this.#refusal !== null) return failed(this.#refusal, () => void this.#load())
    if (this.integration.custom_provider !== null) {
      return html`<pd-custom-provider-form
        .app=${this.app}
        .integration=${this.integration}
        .saved=${this.#saved}
        @pd-busy=${this.#followBusy}
      ></pd-custom-provider-form>`
    }
    if (this.#provider === null) return html`<p class="subtle" role="status">Loading …</p>`
    return html`<pd-integration-form
      .app=${this.app}
      .provider=${this.#provider}
      .integration=${this.integration}
      .saved=${this.#saved}
      @pd-busy=${this.#followBusy}
    ></pd-integration-form>`
  }

  async #save(): Promise<void> {
    const form = this.shadowRoot?.querySelector<Form>(
      'pd-integration-form, pd-custom-provider-form',
    )
    // What is there now comes beside what was typed: saving again is a decision.
    const refusal = await form?.save()
    if (refusal?.code === 'changed_meanwhile') await this.reread()
  }

  readonly #saved = (integration: OperatorIntegration): void => {
    closeDialog(this)
    this.saved(integration)
  }

  readonly #followBusy = (event: Event): void => {
    this.#isBusy = (event.target as Form).isBusy
    this.requestUpdate()
  }

  async #load(): Promise<void> {
    const answer = await this.app.here.provider(this.integration.slug)
    if (answer.ok) this.#provider = answer.value
    this.#refusal = answer.ok ? null : answer.failure
    this.requestUpdate()
  }
}

customElements.define('pd-edit-provider', EditProvider)
