/** Above the list: something that worked does no longer, and what repairs it. */
import { html, nothing, type TemplateResult } from 'lit'
import { fill, type Messages } from '../../i18n/messages.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import { overRows, type Ready } from '../state.ts'

export const repairBanner = (
  state: Ready,
  actions: Actions,
  t: Messages,
): TemplateResult | typeof nothing => {
  const [first] = overRows(state)
  const text = repairText(state, t)
  if (first === undefined || text === null) return nothing
  const { slug, name } = first.integration
  return html`<div class="problem banner" part="banner">
    ${alertGlyph}<span>${text}</span>
    ${button({
      label: t.reauthorize,
      // Another name than that of the row's own button, which may be in sight as well.
      name: `${t.reauthorize}: ${name}`,
      look: 'primary',
      part: 'repair-button',
      press: () => actions.begin(slug),
    })}
  </div>`
}

/** @returns null where everything works */
export const repairText = (state: Ready, t: Messages): string | null => {
  const [first, ...others] = overRows(state)
  if (first === undefined) return null
  return others.length > 0 ? t.repairSeveral : fill(t.repairOne, { name: first.integration.name })
}
