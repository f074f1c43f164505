/** The one place that speaks to assistive technology: every change is announced here, and only here. */
import { html, type TemplateResult } from 'lit'
import { fill, type Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { More } from '../../more/contract.ts'
import type { Ready, State } from '../state.ts'
import { repairText } from './repair-banner.ts'

/** Always in the tree: a region that comes together with its text is not read out. */
export const liveRegion = (state: State, more: More | null, t: Messages): TemplateResult =>
  html`<div class="unseen" role="status" aria-live="polite">${announcement(state, more, t)}</div>`

const announcement = (state: State, more: More | null, t: Messages): string => {
  switch (state.kind) {
    case 'loading':
      return t.loading
    case 'failed':
      return `${t.failedTitle}. ${problemText(state.problem, null, t)}`
    case 'session_expired':
      return `${t.sessionExpiredTitle}. ${t.sessionExpiredText}`
    case 'ready':
      if (state.notice !== null) return problemText(state.notice.problem, state.notice.name, t)
      return newsText(state, more, t)
  }
}

/** Not every fact is worth a word: the question "Disconnect?" speaks for itself. */
const newsText = (state: Ready, more: More | null, t: Messages): string => {
  if (state.news === null) return ''
  const { kind, name, problem } = state.news
  if (kind === 'searched') return more?.module.foundText(state, t) ?? ''
  const text = fill(t.news[kind] ?? '', {
    name,
    problem: problem === null ? '' : problemText(problem, name, t),
  })
  return kind === 'loaded' ? [text, repairText(state, t)].join(' ') : text
}
