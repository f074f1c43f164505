/** The settings of a provider as they are seen. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Configuration } from '../../api/configuration.ts'
import { fieldView } from '../../connect-form/field-view.ts'
import type { Field } from '../../connect-form/fields.ts'
import type { Words } from './dialogs.ts'
import { fill, type FormMessages } from '../../i18n/messages.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph, spinner } from '../../ui/glyphs.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import { scopeChoice } from './scope-choice.ts'

export type Step = 'client' | 'rest'

export type SettingsModel = {
  readonly configuration: Configuration
  readonly step: Step
  readonly clientFields: readonly Field[]
  readonly fields: readonly Field[]
  readonly scopes: readonly string[]
  readonly chosen: ReadonlySet<string>
  /** No list of the provider's scopes is known, so they are typed. */
  readonly hasOtherScopes: boolean
  /** By field name. */
  readonly faults: ReadonlyMap<string, string>
  readonly shown: ReadonlySet<string>
  readonly problem: string | null
  readonly isCopied: boolean
  readonly isBusy: boolean
  readonly choose: (scope: string, isWanted: boolean) => void
  readonly toggle: (field: string) => void
  readonly edited: (field: string) => void
  readonly copy: () => void
  readonly submit: () => void
  readonly back: () => void
  readonly cancel: () => void
  readonly t: Words
  readonly form: FormMessages
}

/** Both steps stay in the tree, for what is typed is in their inputs only. */
export const settingsView = (model: SettingsModel): TemplateResult => {
  const { configuration, step, isBusy, t } = model
  const { name, iconUrl, client } = configuration
  const { admin, dialogs } = t
  const title = client !== null && client.clientId === null ? admin.setUpName : admin.settingsName
  const steps =
    client === null ? '' : fill(dialogs.step, { step: step === 'client' ? '1' : '2', steps: '2' })
  return html`
    <form
      method="dialog"
      novalidate
      autocomplete="off"
      @submit=${(event: Event) => {
        event.preventDefault()
        model.submit()
      }}
    >
      <div class="form-head">
        ${providerLogo(name, iconUrl)}
        <div>
          <h2 id="dialog-title" tabindex="-1">${fill(title, { name })}</h2>
          ${steps === '' ? nothing : html`<span class="steps">${steps}</span>`}
        </div>
      </div>
      <div id="dialog-text"></div>
      ${client === null ? nothing : html`<div data-step ?hidden=${step !== 'client'}>${clientStep(model)}</div>`}
      <div data-step ?hidden=${step !== 'rest'}>
        ${configuration.methods.includes('oauth') ? scopeChoice(model) : nothing}
        ${inputs(model.fields, model)}
      </div>
      ${
        model.problem === null
          ? nothing
          : html`<p class="problem" part="problem" role="alert">
              ${alertGlyph}<span>${model.problem}</span>
            </p>`
      }
      <div class="dialog-actions">
        ${button(
          client !== null && step === 'rest'
            ? {
                label: dialogs.back,
                look: 'plain',
                part: 'back-button',
                busy: isBusy,
                press: model.back,
              }
            : { label: t.cancel, look: 'plain', part: 'cancel-button', press: model.cancel },
        )}
        <button
          class="primary"
          part="button submit-button"
          aria-disabled=${isBusy ? 'true' : nothing}
        >
          ${isBusy ? html`${spinner}${admin.saving}` : step === 'client' ? dialogs.next : dialogs.save}
        </button>
      </div>
    </form>
  `
}

const clientStep = (model: SettingsModel): TemplateResult => {
  const { configuration, t } = model
  const { dialogs } = t
  return html`
    <p>${fill(dialogs.clientText, { name: configuration.name })}</p>
    <div class="field" part="field">
      <label part="label" for="redirect-uri">${dialogs.redirectUri}</label>
      <div class="box" dir="ltr">
        <input
          id="redirect-uri"
          part="input"
          type="text"
          readonly
          .value=${configuration.client?.redirectUri ?? ''}
          @focus=${({ currentTarget }: Event) => (currentTarget as HTMLInputElement).select()}
        />
        <button
          type="button"
          class="quiet show"
          part="button copy-button"
          aria-label=${dialogs.copyName}
          @click=${model.copy}
        >
          ${model.isCopied ? dialogs.copied : dialogs.copy}
        </button>
      </div>
      <div class="unseen" role="status">${model.isCopied ? dialogs.copied : ''}</div>
    </div>
    ${inputs(model.clientFields, model)}
  `
}

const inputs = (fields: readonly Field[], model: SettingsModel): readonly TemplateResult[] =>
  fields.map((field) =>
    fieldView({
      field,
      fault: model.faults.get(field.name) ?? null,
      isShown: model.shown.has(field.name),
      isFirst: field === model.clientFields[0],
      isBusy: model.isBusy,
      toggle: () => model.toggle(field.name),
      edited: () => model.edited(field.name),
      t: model.form,
    }),
  )
