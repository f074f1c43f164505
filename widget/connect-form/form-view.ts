/** The form as it is seen. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AuthMethod, Integration } from '../api/integration.ts'
import { fill, type FormMessages, type Messages } from '../i18n/messages.ts'
import { button } from '../ui/button.ts'
import { alertGlyph, spinner } from '../ui/glyphs.ts'
import { providerLogo } from '../ui/provider-logo.ts'
import type { Field } from './fields.ts'
import { fieldView, type FieldModel } from './field-view.ts'
import { lockGlyph } from './form-glyphs.ts'
import { methodChoice } from './method-choice.ts'

export type Words = Messages & { readonly form: FormMessages }

export type FormModel = {
  readonly integration: Integration
  readonly methods: readonly AuthMethod[]
  readonly method: AuthMethod
  readonly fields: { readonly credentials: readonly Field[]; readonly config: readonly Field[] }
  /** By field name. */
  readonly faults: ReadonlyMap<string, string>
  /** Secrets that the user wants to see. */
  readonly shown: ReadonlySet<string>
  readonly problem: string | null
  readonly isBusy: boolean
  readonly choose: (method: AuthMethod) => void
  readonly toggle: (field: string) => void
  readonly edited: (field: string) => void
  readonly submit: () => void
  readonly cancel: () => void
  readonly t: Words
}

/** No action, no names, and `dialog` for a method: a form that is sent for want of a script sends nothing anywhere. */
export const formView = (model: FormModel): TemplateResult => {
  const { integration, methods, method, fields, problem, isBusy, t } = model
  const { name, description, iconUrl } = integration
  const isChoice = methods.length > 1
  const howTo = html`<p>${introduction(model)}</p>`
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
        <h2 id="dialog-title">${fill(titleOf(model), { name })}</h2>
      </div>
      <div id="dialog-text">
        ${description === null ? nothing : html`<p><bdi>${description}</bdi></p>`}
        ${isChoice ? nothing : howTo}
      </div>
      ${isChoice ? [methodChoice(methods, method, name, model.choose, t.form), howTo] : nothing}
      ${method === 'api_key' ? inputs(fields.credentials, model) : nothing}
      ${method === 'client_credentials' ? inputs(fields.credentials, model) : nothing}
      ${
        method === 'oauth'
          ? nothing
          : html`<p class="safe">${lockGlyph}<span>${t.form.secretNote}</span></p>`
      }
      ${inputs(fields.config, model)}
      ${
        problem === null
          ? nothing
          : html`<p class="problem" part="problem" role="alert">
              ${alertGlyph}<span>${problem}</span>
            </p>`
      }
      <div class="dialog-actions">
        ${button({ label: t.cancel, look: 'plain', part: 'cancel-button', press: model.cancel })}
        <button
          class="primary"
          part="button submit-button"
          aria-disabled=${isBusy ? 'true' : nothing}
        >
          ${isBusy ? html`${spinner}${t.form.sending}` : fill(submitWord(model), { name })}
        </button>
      </div>
      <div class="unseen" role="status">${isBusy ? t.form.sending : ''}</div>
    </form>
  `
}

const inputs = (fields: readonly Field[], model: FormModel): TemplateResult => {
  // A choice comes before what is to be filled in.
  const first = model.methods.length > 1 ? undefined : firstToFill(model)
  return html`${fields.map((field) => {
    const fieldModel: FieldModel = {
      field,
      fault: model.faults.get(field.name) ?? null,
      isShown: model.shown.has(field.name),
      isFirst: field === first,
      isBusy: model.isBusy,
      toggle: () => model.toggle(field.name),
      edited: () => model.edited(field.name),
      t: model.t.form,
    }
    return fieldView(fieldModel)
  })}`
}

const firstToFill = ({ fields: { credentials, config } }: FormModel): Field | undefined => {
  const all = [...credentials, ...config]
  return all.find(({ initial }) => initial === '') ?? all[0]
}

const titleOf = ({ integration: { account }, method, t: { form: t } }: FormModel): string => {
  if (account === null) return t.connectTitle
  const titles: Readonly<Record<AuthMethod, string>> = {
    oauth: t.reauthorizeTitle,
    api_key: t.keyTitle,
    client_credentials: t.clientTitle,
  }
  return titles[method]
}

const introduction = ({ integration, method, t: { form: t } }: FormModel): string => {
  const { name, account } = integration
  const lastFour = method === 'api_key' ? account?.lastFour : null
  if (lastFour) return fill(t.currentKey, { last4: lastFour })
  const texts: Readonly<Record<AuthMethod, string>> = {
    oauth: t.signInText,
    api_key: t.keyText,
    client_credentials: t.clientText,
  }
  return fill(texts[method], { name })
}

const submitWord = ({ integration, method, t: { form: t } }: FormModel): string =>
  method === 'oauth' ? t.submitSignIn : integration.account === null ? t.submit : t.submitUpdate
