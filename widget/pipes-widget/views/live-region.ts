/** The one place that speaks to assistive technology: every change is announced here, and only here. */
import { html, type TemplateResult } from 'lit'
import { fill, type Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { News, State } from '../state.ts'

/** Always in the tree: a region that comes together with its text is not read out. */
export const liveRegion = (state: State, t: Messages): TemplateResult =>
  html`<div class="unseen" role="status" aria-live="polite">${announcement(state, t)}</div>`

const announcement = (state: State, t: Messages): string => {
  switch (state.kind) {
    case 'loading':
      return t.loading
    case 'failed':
      return `${t.failedTitle}. ${problemText(state.problem, null, t)}`
    case 'session_expired':
      return `${t.sessionExpiredTitle}. ${t.sessionExpiredText}`
    case 'ready':
      if (state.notice !== null) return problemText(state.notice, null, t)
      return state.news === null ? '' : newsText(state.news, t)
  }
}

/** Not every fact is worth a word: the question "Disconnect?" speaks for itself. */
const newsText = ({ kind, name, problem }: News, t: Messages): string =>
  fill(t.news[kind] ?? '', {
    name,
    problem: problem === null ? '' : problemText(problem, name, t),
  })
