/** The list could not be read, or the session is over: what happened, and a button to try again. */
import type { TemplateResult } from 'lit'
import type { Problem } from '../../api/problem.ts'
import type { Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph, clockGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import { notice } from './notice.ts'

export const failed = (problem: Problem, actions: Actions, t: Messages): TemplateResult =>
  notice({
    glyph: alertGlyph,
    title: t.failedTitle,
    text: problemText(problem, null, t),
    action: tryAgain(actions, t),
  })

export const sessionExpired = (actions: Actions, t: Messages): TemplateResult =>
  notice({
    glyph: clockGlyph,
    title: t.sessionExpiredTitle,
    text: t.sessionExpiredText,
    action: tryAgain(actions, t),
  })

const tryAgain = (actions: Actions, t: Messages): TemplateResult =>
  button({ label: t.tryAgain, look: 'plain', part: 'retry-button', press: () => actions.load() })
