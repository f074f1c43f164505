/** One input: its label, its hint, what is wrong with it, and for a secret the button that shows it. */
import { html, nothing, type TemplateResult } from 'lit'
import { fill, type FormMessages } from '../i18n/messages.ts'
import type { Field } from './fields.ts'

export type FieldModel = {
  readonly field: Field
  readonly fault: string | null
  readonly isShown: boolean
  /** Has the focus when the dialog opens. */
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly toggle: () => void
  readonly edited: () => void
  readonly t: FormMessages
}

/** Password managers are asked to keep out: a key is no password of this page. */
export const fieldView = (model: FieldModel): TemplateResult => {
  const { field, fault, isShown, t } = model
  const { name, label, hints, isSecret } = field
  const id = `field-${name}`
  const described = [fault && `${id}-fault`, hints.length > 0 && `${id}-hint`]
    .filter(Boolean)
    .join(' ')
  return html`
    <div class="field" part="field">
      <label part="label" for=${id}><bdi>${label}</bdi></label>
      <div class="box">
        <input
          id=${id}
          part="input"
          data-field=${name}
          type=${isSecret && !isShown ? 'password' : 'text'}
          .value=${field.initial}
          placeholder=${field.placeholder || nothing}
          aria-required=${field.required ? 'true' : nothing}
          aria-invalid=${fault === null ? nothing : 'true'}
          aria-describedby=${described || nothing}
          ?readonly=${model.isBusy}
          ?autofocus=${model.isFirst}
          autocomplete="off"
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          dir="auto"
          data-1p-ignore
          data-bwignore
          data-lpignore="true"
          @input=${model.edited}
        />
        ${
          isSecret
            ? html`<button
                type="button"
                class="quiet show"
                part="button show-button"
                aria-label=${fill(isShown ? t.hideName : t.showName, { label })}
                @click=${model.toggle}
              >
                ${isShown ? t.hide : t.show}
              </button>`
            : nothing
        }
      </div>
      ${
        fault === null
          ? nothing
          : html`<p class="fault" part="field-problem" id=${`${id}-fault`}>${fault}</p>`
      }
      ${
        hints.length === 0
          ? nothing
          : html`<p class="hint" part="hint" id=${`${id}-hint`}>
              ${hints.map((text) => [html`<bdi>${text}</bdi>`, ' '])}
            </p>`
      }
    </div>
  `
}
