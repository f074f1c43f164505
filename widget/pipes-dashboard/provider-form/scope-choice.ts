/** Scopes: those that the catalogue describes as boxes to tick, the others as text. */
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import type WaCheckbox from '@awesome.me/webawesome/dist/components/checkbox/checkbox.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { CatalogueProvider } from '../../../worker/contract/operator/answers.ts'
import { textField } from '../parts/fields.ts'
import type { Draft } from './draft.ts'

export const scopeChoice = (
  { scopes: { available, required, mandatory } }: CatalogueProvider,
  draft: Draft,
  fault: string | undefined,
  edit: (changes: Partial<Draft>) => void,
): TemplateResult => html`
  <fieldset>
    <legend>Scopes</legend>
    <p class="hint">
      What your users are asked to allow.${mandatory ? ' At least one has to be chosen.' : nothing}
    </p>
    ${
      available.length === 0
        ? nothing
        : html`<div class="scopes">
            ${available.map(({ value, description }) => {
              const isRequired = required.includes(value)
              return html`<wa-checkbox
                size="s"
                .checked=${isRequired || draft.scopes.has(value)}
                ?disabled=${isRequired}
                @change=${(event: Event) => {
                  const { checked } = event.currentTarget as WaCheckbox
                  edit({ scopes: toggled(draft.scopes, value, checked) })
                }}
                ><code>${value}</code><span slot="hint">${description}</span></wa-checkbox
              >`
            })}
          </div>`
    }
    ${textField({
      name: 'scopes',
      label: available.length === 0 ? 'Scopes, separated by spaces' : 'Other scopes',
      hint:
        available.length === 0
          ? 'As the provider’s documentation spells them.'
          : 'Separated by spaces.',
      value: draft.otherScopes,
      fault,
      edit: (otherScopes) => edit({ otherScopes }),
    })}
  </fieldset>
`

export const toggled = <T>(set: ReadonlySet<T>, value: T, isIn: boolean): ReadonlySet<T> => {
  const changed = new Set(set)
  if (isIn) changed.add(value)
  else changed.delete(value)
  return changed
}
