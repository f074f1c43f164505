/** The one place that speaks to assistive technology; what happens in the dialog is said there, as all else is inert then. */
import { html, type TemplateResult } from 'lit'
import type { AdminWords } from '../../i18n/admin-messages.ts'
import { fill } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { State } from '../state.ts'

/** Always in the tree: a region that comes together with its text is not read out. */
export const liveRegion = (state: State, t: AdminWords): TemplateResult =>
  html`<div class="unseen" role="status" aria-live="polite">${announcement(state, t)}</div>`

const announcement = (state: State, t: AdminWords): string => {
  switch (state.kind) {
    case 'loading':
      return t.admin.loading
    case 'not_permitted':
      return `${t.admin.notPermittedTitle}. ${t.admin.notPermittedText}`
    case 'failed':
      return `${t.admin.failedTitle}. ${problemText(state.problem, null, t)}`
    case 'session_expired':
      return `${t.sessionExpiredTitle}. ${t.sessionExpiredText}`
    case 'ready': {
      if (state.isSessionOver) return `${t.sessionExpiredTitle}. ${t.sessionExpiredText}`
      if (state.notice !== null) return problemText(state.notice.problem, state.notice.name, t)
      if (state.news === null || state.dialog !== null) return ''
      const { kind, name, problem } = state.news
      return fill(t.admin.news[kind] ?? '', {
        name,
        problem: problem === null ? '' : problemText(problem, name, t),
      })
    }
  }
}
