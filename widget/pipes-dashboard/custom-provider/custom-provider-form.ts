/** The form of a provider that is in no catalogue: its name, its endpoints, our client there, and what users are asked for. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import '@awesome.me/webawesome/dist/components/option/option.js'
import '@awesome.me/webawesome/dist/components/select/select.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type {
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import type { Refusal } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { focusFault, textArea, textField, type FieldModel } from '../parts/fields.ts'
import { FormFaults } from '../parts/form-faults.ts'
import { copyLine } from '../parts/views.ts'
import '../provider-form/widget-preview.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { AdvancedPart } from './advanced-part.ts'
import { DiscoveryPart } from './discovery-part.ts'
import { customFormStyles } from './custom-provider-form.styles.ts'
import {
  customChange,
  customCreation,
  customDraftOf,
  newCustomDraft,
  slugOf,
  type CustomDraft,
} from './draft.ts'
import { endpointFields } from './endpoint-fields.ts'

type TextKey = {
  [Key in keyof CustomDraft]: CustomDraft[Key] extends string ? Key : never
}[keyof CustomDraft]

export class CustomProviderForm extends LitElement {
  static override properties: PropertyDeclarations = { integration: { attribute: false } }
  static override styles = [sheet, customFormStyles]

  declare app: App
  /** Null: it is set up for the first time. */
  declare integration: OperatorIntegration | null
  declare saved: (integration: OperatorIntegration) => void
  #draft: CustomDraft | null = null
  /** Of the slug that is typed: its redirect URI is fixed before it is set up. */
  #place: CatalogueProvider | null = null
  /** The integration as it was when the form was opened. */
  #opened: OperatorIntegration | null = null
  readonly #faults = new FormFaults()
  readonly #discovery = new DiscoveryPart({
    app: () => this.app,
    edit: (changes) => this.#edit(changes),
  })
  readonly #advanced = new AdvancedPart({
    draft: () => this.#draft ?? newCustomDraft,
    edit: (changes) => this.#edit(changes),
    faults: this.#faults,
  })
  #isBusy = false

  get isBusy(): boolean {
    return this.#isBusy
  }

  protected override willUpdate(): void {
    this.#opened ??= this.integration
    this.#draft ??= this.integration === null ? newCustomDraft : customDraftOf(this.integration)
  }

  protected override render(): TemplateResult | typeof nothing {
    const draft = this.#draft
    if (draft === null) return nothing
    this.#faults.begin()
    return html`
      <form
        method="dialog"
        novalidate
        autocomplete="off"
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.save()
        }}
      >
        ${this.#details(draft)}
        <fieldset>
          <legend>Endpoints</legend>
          ${endpointFields({
            ...this.#discovery.model(),
            draft,
            field: (name, key, label, hint) => this.#field(name, key, label, { hint }),
            edit: (changes) => this.#edit(changes),
          })}
        </fieldset>
        ${this.#client(draft)}
        ${this.#field('scopes', 'scopes', 'Scopes (optional)', {
          hint: 'Separated by spaces. Many providers need offline_access for a refresh token.',
        })}
        ${this.#advanced.view()} ${this.#faults.elsewhere()}
        <button class="unseen" tabindex="-1" aria-hidden="true">Save</button>
      </form>
    `
  }

  /** @returns null when it is saved; else why not, which stands at the fields, too */
  async save(): Promise<Refusal | null> {
    const draft = this.#draft
    if (draft === null || this.#isBusy) return null
    const unreadable = this.#advanced.refusal()
    if (unreadable !== null) return this.#refuse(unreadable)
    this.#setBusy(true)
    const { app, integration } = this
    if (integration === null && this.#place?.slug !== draft.slug) await this.#findPlace()
    const key = this.#place?.redirect_key ?? ''
    const answer =
      integration === null
        ? await app.here.createIntegration(customCreation(draft, key))
        : await app.here.updateIntegration(
            integration,
            customChange(this.#opened ?? integration, draft),
            integration.version,
          )
    this.#setBusy(false)
    if (answer.ok) {
      this.saved(answer.value)
      return null
    }
    return this.#refuse(answer.failure)
  }

  async #refuse(refusal: Refusal): Promise<Refusal> {
    this.#faults.refusal = refusal
    this.requestUpdate()
    await focusFault(this)
    return refusal
  }

  #details(draft: CustomDraft): TemplateResult {
    const isNew = this.integration === null
    return html`<fieldset>
      <legend>Details</legend>
      <div class="pair">
        ${textField({
          name: 'custom_provider.name',
          label: 'Name',
          isFirst: isNew,
          value: draft.name,
          fault: this.#fault('custom_provider.name'),
          edit: (name) => {
            // The slug follows the name until somebody writes one.
            const follows = isNew && draft.slug === slugOf(draft.name)
            this.#edit(follows ? { name, slug: slugOf(name) } : { name })
          },
        })}
        ${
          isNew
            ? this.#field('provider', 'slug', 'Slug', {
                hint: 'Names it in the API; it never changes.',
              })
            : nothing
        }
      </div>
      ${textArea({
        name: 'description',
        label: 'Description (optional)',
        rows: 2,
        value: draft.description,
        fault: this.#fault('description'),
        edit: (description) => this.#edit({ description }),
      })}
      <pd-widget-preview
        .name=${draft.name}
        .icon=${null}
        .description=${draft.description}
      ></pd-widget-preview>
    </fieldset>`
  }

  #client(draft: CustomDraft): TemplateResult {
    const uri = this.integration?.redirect_uri ?? this.#place?.redirect_uri
    const known = this.integration?.credentials?.redacted_client_secret ?? null
    return html`<fieldset>
      <legend>Your client there</legend>
      ${
        uri === undefined
          ? html`<p class="hint actions">
              <wa-button
                size="s"
                appearance="outlined"
                ?disabled=${draft.slug === ''}
                @click=${() => void this.#findPlace()}
                >Show the redirect URI</wa-button
              >
              Register it at the provider.
            </p>`
          : html`<p class="hint">Register this redirect URI at the provider:</p>
              ${copyLine('the redirect URI', uri)}`
      }
      <div class="pair">
        ${this.#field('credentials.client_id', 'clientId', 'Client ID')}
        ${this.#field('credentials.client_secret', 'clientSecret', 'Client secret', {
          isSecret: true,
          ...(known === null
            ? {}
            : { placeholder: `•••• ${known}`, hint: 'Empty keeps the one that is there.' }),
        })}
      </div>
    </fieldset>`
  }

  #field(
    name: string,
    key: TextKey,
    label: string,
    more: Partial<Pick<FieldModel, 'hint' | 'placeholder' | 'isSecret'>> = {},
  ): TemplateResult {
    return textField({
      name,
      label,
      value: this.#draft?.[key] ?? '',
      fault: this.#fault(name),
      edit: (value) => this.#edit({ [key]: value }),
      ...more,
    })
  }

  async #findPlace(): Promise<void> {
    const { slug } = this.#draft ?? newCustomDraft
    const answer = await this.app.here.provider(slug, { custom: true })
    if (answer.ok) this.#place = answer.value
    else this.#faults.refusal = answer.failure
    this.requestUpdate()
  }

  #fault(field: string): string | undefined {
    return this.#faults.at(field)
  }

  #edit(changes: Partial<CustomDraft>): void {
    const before = this.#draft ?? newCustomDraft
    this.#draft = { ...before, ...changes }
    if (this.#draft.slug !== before.slug) this.#place = null
    this.requestUpdate()
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    if (isBusy) this.#faults.refusal = null
    this.requestUpdate()
    this.dispatchEvent(new Event('pd-busy'))
  }
}

customElements.define('pd-custom-provider-form', CustomProviderForm)
