/** The list of providers, or the word that there are none. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { alertGlyph, plugGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import type { Ready } from '../state.ts'
import { notice } from './notice.ts'
import { providerRow } from './provider-row.ts'

export const providerList = (state: Ready, actions: Actions, t: Messages): TemplateResult => html`
  ${
    state.notice === null
      ? nothing
      : html`<p class="problem page-problem" part="problem">
          ${alertGlyph}<span>${problemText(state.notice, null, t)}</span>
        </p>`
  }
  ${
    state.rows.length === 0
      ? notice({ glyph: plugGlyph, title: t.emptyTitle, text: t.emptyText })
      : html`<ul role="list" part="list" aria-label=${t.listLabel}>
          ${state.rows.map((row, index) => providerRow(row, index, actions, t))}
        </ul>`
  }
`
