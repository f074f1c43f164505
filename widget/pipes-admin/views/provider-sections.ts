/** Two lists: what members connect for themselves, and what the organization shares; or the word that there is nothing. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Place } from '../../api/configuration.ts'
import type { AdminWords } from '../../i18n/admin-messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { notice } from '../../pipes-widget/views/notice.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph, clockGlyph, plugGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import type { Ready } from '../state.ts'
import { providerRow } from './provider-row.ts'

export const providerSections = (
  state: Ready,
  actions: Actions,
  t: AdminWords,
): TemplateResult => html`
  ${state.isSessionOver ? sessionOver(actions, t) : nothing}
  ${
    state.notice === null
      ? nothing
      : html`<p class="problem page-problem" part="problem">
          ${alertGlyph}<span>${problemText(state.notice.problem, state.notice.name, t)}</span>
        </p>`
  }
  ${
    state.rows.length === 0
      ? html`<slot name="empty"
          >${notice({ glyph: plugGlyph, title: t.admin.emptyTitle, text: t.admin.emptyText })}</slot
        >`
      : [section('members', state, actions, t), section('shared', state, actions, t)]
  }
`

const sessionOver = (actions: Actions, t: AdminWords): TemplateResult => html`
  <div class="banner" part="notice">
    ${clockGlyph}
    <p><strong>${t.sessionExpiredTitle}.</strong> ${t.sessionExpiredText}</p>
    ${button({ label: t.tryAgain, look: 'plain', part: 'retry-button', press: () => actions.load() })}
  </div>
`

const section = (
  place: Place,
  state: Ready,
  actions: Actions,
  t: AdminWords,
): TemplateResult | typeof nothing => {
  const rows = state.rows.filter(({ configuration }) => configuration.place === place)
  if (rows.length === 0) return nothing
  const { membersTitle, membersText, sharedTitle, sharedText } = t.admin
  const [title, text] =
    place === 'members' ? [membersTitle, membersText] : [sharedTitle, sharedText]
  return html`
    <section part="section" aria-labelledby="${place}-title">
      <div class="section-head">
        <h2 id="${place}-title">${title}</h2>
        <p>${text}</p>
      </div>
      <ul role="list" part="list" aria-labelledby="${place}-title">
        ${rows.map((row) => providerRow(row, state, actions, t))}
      </ul>
    </section>
  `
}
