/** Which permissions are asked for: each that is known, and where none are known a field to type them. */
import { html, nothing, type TemplateResult } from 'lit'
import { asLabel } from '../../api/read.ts'
import { fieldView } from '../../connect-form/field-view.ts'
import { fill } from '../../i18n/messages.ts'
import { alertGlyph } from '../../ui/glyphs.ts'
import type { SettingsModel } from './settings-view.ts'

export const scopeChoice = (model: SettingsModel): TemplateResult => {
  const { configuration, scopes, chosen, isBusy, t } = model
  const { name, defaultScopes, scopeWords } = configuration
  const { dialogs } = t
  const fault = model.faults.get('scopes')
  const removed = defaultScopes.filter((scope) => !chosen.has(scope))
  return html`
    <fieldset
      part="scopes"
      aria-describedby=${fault === undefined || model.hasOtherScopes ? nothing : 'scopes-fault'}
    >
      <legend>${dialogs.scopesTitle}</legend>
      ${
        scopes.length === 0
          ? html`<p class="hint no-scopes">${fill(dialogs.scopesNone, { name })}</p>`
          : html`<div class="scopes">
              ${scopes.map(
                (scope) => html`
                  <label part="scope">
                    <input
                      type="checkbox"
                      .checked=${chosen.has(scope)}
                      aria-disabled=${isBusy ? 'true' : nothing}
                      aria-invalid=${fault === undefined ? nothing : 'true'}
                      @click=${(event: Event) => isBusy && event.preventDefault()}
                      @change=${({ currentTarget }: Event) =>
                        model.choose(scope, (currentTarget as HTMLInputElement).checked)}
                    />
                    <span class="scope">
                      ${scopeWords.has(scope) ? html`<bdi>${scopeWords.get(scope)}</bdi>` : nothing}
                      <code dir="ltr">${asLabel(scope, 200)}</code>
                    </span>
                  </label>
                `,
              )}
            </div>`
      }
    </fieldset>
    ${
      fault === undefined || model.hasOtherScopes
        ? nothing
        : html`<p class="fault" part="field-problem" id="scopes-fault">${fault}</p>`
    }
    ${
      removed.length === 0
        ? nothing
        : html`<p class="warning" part="warning" role="status">
            ${alertGlyph}<span
              >${fill(dialogs.scopesRemoved, { scopes: removed.map((scope) => asLabel(scope, 200)).join(', ') })}</span
            >
          </p>`
    }
    ${
      model.hasOtherScopes
        ? fieldView({
            field: {
              name: 'scopes',
              label: dialogs.otherScopes,
              hints: [fill(dialogs.otherScopesHint, { name })],
              isSecret: false,
              required: false,
              initial: '',
              placeholder: '',
              pattern: null,
            },
            fault: fault ?? null,
            isShown: false,
            isFirst: false,
            isBusy,
            toggle: () => {},
            edited: () => model.edited('scopes'),
            t: model.form,
          })
        : nothing
    }
  `
}
