/** Whose connections a provider has, and how they prove themselves; both are settled when it is set up. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import type WaCheckbox from '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import type WaRadioGroup from '@awesome.me/webawesome/dist/components/radio-group/radio-group.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { CatalogueProvider } from '../../../worker/contract/operator/answers.ts'
import type { Draft, Ownership } from './draft.ts'
import { methodName } from './method-name.ts'
import { toggled } from './scope-choice.ts'

export const methodChoice = (
  provider: CatalogueProvider,
  draft: Draft,
  isNew: boolean,
  edit: (changes: Partial<Draft>) => void,
): TemplateResult | typeof nothing => {
  if (!isNew) return nothing
  const { auth_methods: offered, taken } = provider
  return html`
    <wa-radio-group
      size="s"
      label="Whose connections?"
      name="ownership"
      orientation="horizontal"
      .value=${draft.ownership}
      @change=${(event: Event) =>
        edit({ ownership: (event.currentTarget as WaRadioGroup).value as Ownership })}
    >
      <wa-radio value="user" ?disabled=${taken.includes('user')}>Each user’s</wa-radio>
      <wa-radio value="organization" ?disabled=${taken.includes('organization')}
        >An organization’s, shared by its users</wa-radio
      >
    </wa-radio-group>
    ${
      offered.length < 2
        ? nothing
        : html`<fieldset>
            <legend>How do they connect?</legend>
            <div class="methods">
              ${offered.map(
                (method) =>
                  html`<wa-checkbox
                    size="s"
                    .checked=${draft.methods.has(method)}
                    @change=${(event: Event) =>
                      edit({
                        methods: toggled(
                          draft.methods,
                          method,
                          (event.currentTarget as WaCheckbox).checked,
                        ),
                      })}
                    >${methodName(method)}</wa-checkbox
                  >`,
              )}
            </div>
          </fieldset>`
    }
  `
}
