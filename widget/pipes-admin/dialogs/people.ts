/** Who of the organization has connected a provider. */
import { html, nothing, type TemplateResult } from 'lit'
import type { MemberAccount } from '../../api/members-api.ts'
import type { Problem } from '../../api/problem.ts'
import type { Words } from './dialogs.ts'
import { fill } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph, spinner } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import type { Members, Row } from '../state.ts'

export const people = (
  { key, configuration: { name } }: Row,
  members: Members,
  actions: Actions,
  t: Words,
  language: string,
): TemplateResult => {
  const { accounts, after, isReading, problem } = members
  const isEmpty = !isReading && problem === null && accounts.length === 0
  const read = (label: string): TemplateResult =>
    button({ label, look: 'plain', part: 'more-button', press: () => actions.readMembers(key) })
  return html`
    <h2 id="dialog-title">${fill(t.dialogs.peopleTitle, { name })}</h2>
    <div id="dialog-text" role="status">
      ${isReading ? html`<p class="reading">${spinner}${t.dialogs.reading}</p>` : nothing}
      ${isEmpty ? html`<p>${fill(t.dialogs.peopleNone, { name })}</p>` : nothing}
    </div>
    ${
      accounts.length === 0
        ? nothing
        : html`<ul
            class="people"
            role="list"
            part="people"
            tabindex="0"
            aria-labelledby="dialog-title"
          >
            ${accounts.map((account) => person(account, t, language))}
          </ul>`
    }
    ${
      problem === null
        ? nothing
        : html`<p class="problem" part="problem" role="alert">
            ${alertGlyph}<span>${why(problem, name, t)}</span>
          </p>`
    }
    <div class="dialog-actions">
      ${problem === null ? nothing : read(t.tryAgain)}
      ${after === null || isReading || problem !== null ? nothing : read(t.dialogs.peopleMore)}
      ${button({ label: t.dialogs.close, look: 'plain', part: 'close-button', press: () => actions.close() })}
    </div>
  `
}

/** Nothing was to be saved here. */
const why = (problem: Problem, name: string, t: Words): string =>
  problem.code === 'session_over'
    ? `${t.sessionExpiredTitle}. ${t.sessionExpiredText}`
    : problemText(problem, name, t)

const person = (
  { userId, label, isConnected, connectedAt }: MemberAccount,
  t: Words,
  language: string,
): TemplateResult => html`
  <li part="person">
    <span class="who"><bdi>${userId}</bdi></span>
    ${label === null ? nothing : html`<span class="whose"><bdi>${label}</bdi></span>`}
    <span class="state ${isConnected ? 'on' : 'attention'}"
      ><span class="dot"></span>${isConnected ? t.connected : t.needsReauthorization}</span
    >
    ${
      Number.isNaN(connectedAt)
        ? nothing
        : html`<span class="since"
            >${fill(t.dialogs.peopleSince, { date: dateIn(language, connectedAt) })}</span
          >`
    }
  </li>
`

const dateIn = (language: string, time: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time)
