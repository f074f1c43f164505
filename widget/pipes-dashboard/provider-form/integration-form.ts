/** The form of a provider of the catalogue: set up for the first time, or changed. */
import '@awesome.me/webawesome/dist/components/radio/radio.js'
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import '@awesome.me/webawesome/dist/components/textarea/textarea.js'
import type WaRadioGroup from '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type {
  CatalogueProvider,
  OperatorIntegration,
} from '../../../worker/contract/operator/answers.ts'
import type { Refusal } from '../api/request.ts'
import type { App } from '../app/dashboard-app.ts'
import { focusFault, textArea, textField } from '../parts/fields.ts'
import { FormFaults } from '../parts/form-faults.ts'
import { copyLine } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { change, creation, draftOf, fieldsToFill, newDraft, type Draft } from './draft.ts'
import { firstKeyFields } from './first-key.ts'
import { formStyles } from './integration-form.styles.ts'
import { methodChoice } from './method-choice.ts'
import { scopeChoice } from './scope-choice.ts'
import './widget-preview.ts'

export class IntegrationForm extends LitElement {
  static override properties: PropertyDeclarations = {
    provider: { attribute: false },
    integration: { attribute: false },
  }

  static override styles = [sheet, formStyles]

  declare app: App
  declare provider: CatalogueProvider
  /** Null: it is set up for the first time. */
  declare integration: OperatorIntegration | null
  declare saved: (integration: OperatorIntegration) => void
  #draft: Draft | null = null
  /** The integration as it was when the form was opened. */
  #opened: OperatorIntegration | null = null
  readonly #faults = new FormFaults()
  #isBusy = false

  get isBusy(): boolean {
    return this.#isBusy
  }

  protected override willUpdate(): void {
    this.#opened ??= this.integration
    this.#draft ??=
      this.integration === null ? newDraft(this.provider) : draftOf(this.provider, this.integration)
  }

  protected override render(): TemplateResult | typeof nothing {
    const draft = this.#draft
    if (draft === null) return nothing
    const { provider, integration } = this
    const isNew = integration === null
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
        ${isNew ? this.#steps() : nothing}
        ${methodChoice(provider, draft, isNew, (changes) => this.#edit(changes))}
        ${draft.methods.has('oauth') && provider.needs_client ? this.#credentials(draft) : nothing}
        ${
          draft.methods.has('oauth')
            ? scopeChoice(provider, draft, this.#fault('scopes'), (changes) => this.#edit(changes))
            : nothing
        }
        ${fieldsToFill(provider).map(({ key, label, description, example, required }) =>
          textField({
            name: `config.${key}`,
            label: required ? label : `${label} (optional)`,
            hint: description ?? undefined,
            placeholder: example ?? undefined,
            value: draft.config[key] ?? '',
            fault: this.#fault(`config.${key}`) ?? this.#fault(key),
            edit: (value) => this.#edit({ config: { ...draft.config, [key]: value } }),
          }),
        )}
        ${draft.methods.has('api_key') ? this.#firstKey(draft) : nothing}
        ${this.#description(draft)} ${this.#faults.elsewhere()}
        <button class="unseen" tabindex="-1" aria-hidden="true">Save</button>
      </form>
    `
  }

  /** @returns null when it is saved; else why not, which stands at the fields, too */
  async save(): Promise<Refusal | null> {
    const draft = this.#draft
    if (draft === null || this.#isBusy) return null
    this.#setBusy(true)
    const { app, integration, provider } = this
    const answer =
      integration === null
        ? await app.here.createIntegration(creation(provider, draft))
        : await app.here.updateIntegration(
            integration,
            change(provider, this.#opened ?? integration, draft),
            integration.version,
          )
    this.#setBusy(false)
    if (answer.ok) {
      this.saved(answer.value)
      return null
    }
    this.#faults.refusal = answer.failure
    this.requestUpdate()
    await focusFault(this)
    return answer.failure
  }

  #steps(): TemplateResult {
    const { provider } = this
    return html`<div class="steps">
      <ol>
        ${provider.set_up.map(
          ({ text, url, copy }) =>
            html`<li>
              ${text}
              ${
                url === null
                  ? nothing
                  : html`<a href=${url} target="_blank" rel="noreferrer">Open it</a>`
              }
              ${copy === null ? nothing : copyLine('the value', copy)}
            </li>`,
        )}
      </ol>
    </div>`
  }

  #credentials(draft: Draft): TemplateResult {
    const { provider, integration } = this
    const known = integration?.credentials?.redacted_client_secret ?? null
    return html`
      <wa-radio-group
        size="s"
        label="Whose OAuth client?"
        name="credentials"
        .value=${draft.credentials}
        @change=${(event: Event) =>
          this.#edit({
            credentials: (event.currentTarget as WaRadioGroup).value as Draft['credentials'],
          })}
      >
        ${
          provider.shared_offered || draft.credentials === 'shared'
            ? html`<wa-radio value="shared"
                >Shared<span class="hint">
                  — this deployment’s own, to try things out</span
                ></wa-radio
              >`
            : nothing
        }
        <wa-radio value="custom"
          >Yours<span class="hint"> — made in the provider’s developer console</span></wa-radio
        >
        <wa-radio value="organization"
          >Each organization’s own<span class="hint">
            — its administrators enter it in the widget</span
          ></wa-radio
        >
      </wa-radio-group>
      ${
        draft.credentials === 'custom'
          ? html`<div class="pair">
              ${textField({
                name: 'credentials.client_id',
                label: 'Client ID',
                value: draft.clientId,
                fault: this.#fault('credentials.client_id'),
                edit: (clientId) => this.#edit({ clientId }),
              })}
              ${textField({
                name: 'credentials.client_secret',
                label: provider.needs_client_secret ? 'Client secret' : 'Client secret (if any)',
                isSecret: true,
                value: draft.clientSecret,
                placeholder: known === null ? undefined : `•••• ${known}`,
                hint: known === null ? undefined : 'Empty keeps the one that is there.',
                fault: this.#fault('credentials.client_secret'),
                edit: (clientSecret) => this.#edit({ clientSecret }),
              })}
            </div>`
          : nothing
      }
    `
  }

  #firstKey({ firstKey }: Draft): TemplateResult {
    return firstKeyFields(
      firstKey,
      (field) => this.#fault(field),
      (changes) => this.#edit({ firstKey: { ...firstKey, ...changes } }),
    )
  }

  #description(draft: Draft): TemplateResult {
    return html`
      ${textArea({
        name: 'description',
        label: 'Description (optional)',
        hint: 'Your users read it in the widget, like this:',
        rows: 2,
        value: draft.description,
        fault: this.#fault('description'),
        edit: (description) => this.#edit({ description }),
      })}
      <pd-widget-preview
        .name=${this.provider.name}
        .icon=${this.provider.icon_url}
        .description=${draft.description}
      ></pd-widget-preview>
    `
  }

  #fault(field: string): string | undefined {
    return this.#faults.at(field)
  }

  #edit(changes: Partial<Draft>): void {
    if (this.#draft === null) return
    this.#draft = { ...this.#draft, ...changes }
    this.requestUpdate()
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    if (isBusy) this.#faults.refusal = null
    this.requestUpdate()
    this.dispatchEvent(new Event('pd-busy'))
  }
}

customElements.define('pd-integration-form', IntegrationForm)

declare global {
  interface HTMLElementTagNameMap {
    'pd-integration-form': IntegrationForm
  }
}
