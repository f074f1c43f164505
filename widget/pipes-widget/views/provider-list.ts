/** The list of providers, or the word that there are none. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { More } from '../../more/contract.ts'
import { alertGlyph, plugGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import { isLong, isSharing } from '../needs.ts'
import type { Ready } from '../state.ts'
import { notice } from './notice.ts'
import { providerRow } from './provider-row.ts'
import { repairBanner } from './repair-banner.ts'

/** @param limit how many rows are drawn */
export const providerList = (
  state: Ready,
  limit: number,
  more: More | null,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const isShared = isSharing(state)
  return html`
    ${
      state.notice === null
        ? nothing
        : html`<p class="problem page-problem" part="problem">
            ${alertGlyph}<span>${problemText(state.notice.problem, state.notice.name, t)}</span>
          </p>`
    }
    ${repairBanner(state, actions, t)}
    ${
      isLong(state)
        ? html`<div class="finder">${more?.module.finder(state, actions, t)}</div>`
        : nothing
    }
    ${isShared ? html`<h2 class="heading">${t.ownTitle}</h2>` : nothing}
    ${state.rows.length === 0 ? empty(t) : rows(state, limit, more, actions, t)}
    ${isShared && state.shared && more ? more.module.sharedList(state.shared, more.apiOrigin, t) : nothing}
  `
}

/** The page may have something better to say. */
const empty = (t: Messages): TemplateResult =>
  html`<slot name="empty"
    >${notice({ glyph: plugGlyph, title: t.emptyTitle, text: t.emptyText })}</slot
  >`

/** What is not found stays in the tree: typing costs an attribute for each row. */
const rows = (
  state: Ready,
  limit: number,
  more: More | null,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const found = state.rows.map((row) => more?.module.isFound(row, state.search) ?? true)
  return html`<ul role="list" part="list" aria-label=${t.listLabel}>
      ${state.rows
        .slice(0, limit)
        .map((row, index) =>
          providerRow(row, { index, isFound: found[index] === true, more }, actions, t),
        )}
    </ul>
    ${found.includes(true) ? nothing : more?.module.nothingFound(state, actions, t)}`
}
