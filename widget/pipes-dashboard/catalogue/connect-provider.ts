/** "Connect provider": the catalogue, then the set-up of what was chosen. One dialog, so that one can go back. */
import '@awesome.me/webawesome/dist/components/select/select.js'
import '@awesome.me/webawesome/dist/components/option/option.js'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type {
  Catalogue,
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import type { Refusal } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import '../custom-provider/custom-provider-form.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { failed } from '../parts/views.ts'
import '../provider-form/integration-form.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { catalogueView } from './catalogue-view.ts'
import { connectProviderStyles } from './connect-provider.styles.ts'

type Step =
  | { readonly kind: 'catalogue' }
  | { readonly kind: 'loading'; readonly name: string }
  | { readonly kind: 'set_up'; readonly provider: CatalogueProvider }
  | { readonly kind: 'custom' }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly again: () => void }

export class ConnectProvider extends LitElement {
  static override styles = [sheet, connectProviderStyles]

  declare app: App
  declare connected: (integration: OperatorIntegration) => void
  declare closed: () => void
  /** Slugs and roots that are there, by which the catalogue says "set up". */
  declare present: ReadonlySet<string>
  #catalogue: Catalogue | null = null
  #step: Step = { kind: 'catalogue' }
  #words = ''
  #category = ''
  #isBusy = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#loadCatalogue()
  }

  protected override render(): TemplateResult {
    const step = this.#step
    const isForm = step.kind === 'set_up' || step.kind === 'custom'
    return dialog({
      label: this.#title(step),
      closed: this.closed,
      isWide: true,
      body: html`${step.kind === 'catalogue' ? nothing : this.#back()}${this.#body(step)}`,
      ...(isForm ? { footer: this.#footer() } : {}),
    })
  }

  #title(step: Step): string {
    if (step.kind === 'set_up') return `Set up ${step.provider.name}`
    if (step.kind === 'loading') return `Set up ${step.name}`
    return step.kind === 'custom' ? 'A provider of your own' : 'Connect a provider'
  }

  #body(step: Step): TemplateResult {
    switch (step.kind) {
      case 'catalogue':
        return catalogueView({
          catalogue: this.#catalogue,
          present: this.present,
          words: this.#words,
          category: this.#category,
          isSandbox: this.app.environment.kind === 'sandbox',
          search: (words, category) => {
            this.#words = words
            this.#category = category
            this.requestUpdate()
          },
          choose: (slug, name) => void this.#choose(slug, name),
          chooseCustom: () => this.#show({ kind: 'custom' }),
        })
      case 'loading':
        return html`<p class="subtle" role="status">Loading …</p>`
      case 'set_up':
        return html`<pd-integration-form
          .app=${this.app}
          .provider=${step.provider}
          .integration=${null}
          .saved=${this.#saved}
          @pd-busy=${this.#followBusy}
        ></pd-integration-form>`
      case 'custom':
        return html`<pd-custom-provider-form
          .app=${this.app}
          .integration=${null}
          .saved=${this.#saved}
          @pd-busy=${this.#followBusy}
        ></pd-custom-provider-form>`
      case 'failed':
        return failed(step.refusal, step.again)
    }
  }

  #back(): TemplateResult {
    return html`<wa-button
      class="back"
      size="s"
      appearance="plain"
      @click=${() => this.#show({ kind: 'catalogue' })}
    >
      <wa-icon slot="start" name="back"></wa-icon>All providers
    </wa-button>`
  }

  #footer(): TemplateResult {
    return html`
      <wa-button size="s" appearance="outlined" @click=${() => closeDialog(this)}>Cancel</wa-button>
      <wa-button size="s" variant="brand" ?loading=${this.#isBusy} @click=${() => this.#save()}
        >Connect provider</wa-button
      >
    `
  }

  #save(): void {
    const form = this.shadowRoot?.querySelector<HTMLElement & { save(): Promise<unknown> }>(
      'pd-integration-form, pd-custom-provider-form',
    )
    void form?.save()
  }

  readonly #saved = (integration: OperatorIntegration): void => {
    closeDialog(this)
    this.connected(integration)
  }

  readonly #followBusy = (event: Event): void => {
    this.#isBusy = (event.target as HTMLElement & { readonly isBusy: boolean }).isBusy
    this.requestUpdate()
  }

  async #loadCatalogue(): Promise<void> {
    const answer = await this.app.api.catalogue()
    if (answer.ok) {
      this.#catalogue = answer.value
      this.requestUpdate()
    } else {
      const again = (): void => {
        this.#show({ kind: 'catalogue' })
        void this.#loadCatalogue()
      }
      this.#show({ kind: 'failed', refusal: answer.failure, again })
    }
  }

  async #choose(slug: string, name: string): Promise<void> {
    const mine: Step = { kind: 'loading', name }
    this.#show(mine)
    const answer = await this.app.here.provider(slug)
    // Somebody may have gone back meanwhile.
    if (this.#step !== mine) return
    this.#show(
      answer.ok
        ? { kind: 'set_up', provider: answer.value }
        : {
            kind: 'failed',
            refusal: answer.failure,
            again: () => void this.#choose(slug, name),
          },
    )
  }

  #show(step: Step): void {
    this.#step = step
    this.#isBusy = false
    this.requestUpdate()
    void this.#focusStep(step)
  }

  /** What was focused has gone with the step before. */
  async #focusStep(step: Step): Promise<void> {
    await this.updateComplete
    const target = step.kind === 'catalogue' ? 'wa-input' : step.kind === 'loading' ? null : '.back'
    if (target !== null) this.shadowRoot?.querySelector<HTMLElement>(target)?.focus()
  }
}

customElements.define('pd-connect-provider', ConnectProvider)
