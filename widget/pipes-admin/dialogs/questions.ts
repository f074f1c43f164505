/** What is asked before something ends, with what will end. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from './dialogs.ts'
import { fill } from '../../i18n/messages.ts'
import { pluralOf } from '../../i18n/plural.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph } from '../../ui/glyphs.ts'
import type { Actions } from '../actions.ts'
import { peopleIn, type Members, type Row } from '../state.ts'

export const switchOffQuestion = (
  row: Row,
  members: Members,
  actions: Actions,
  t: Words,
  language: string,
): TemplateResult => {
  const { name, place } = row.configuration
  const filled = (text: string): string => fill(text, { name })
  return question(row, actions, t, {
    title: filled(t.dialogs.offTitle),
    texts:
      place === 'shared'
        ? [filled(t.dialogs.offShared)]
        : [peopleText(members, name, t, language), filled(t.dialogs.offText)],
    yes: t.dialogs.switchOff,
    press: () => actions.switchOff(row.key),
  })
}

/** Null where nobody loses anything. */
const peopleText = (
  members: Members,
  name: string,
  { dialogs }: Words,
  language: string,
): string | null => {
  if (members.isReading) return dialogs.reading
  if (members.problem !== null) return fill(dialogs.offPeopleUnknown, { name })
  const count = peopleIn(members)
  if (count === 0) return null
  const text =
    members.after === null ? pluralOf(dialogs.offPeople, count, language) : dialogs.offPeopleOver
  return fill(text, { name, count: count.toLocaleString(language) })
}

export const disconnectQuestion = (row: Row, actions: Actions, t: Words): TemplateResult => {
  const { name, shared } = row.configuration
  const label = shared?.integration.account?.label ?? null
  const text = label === null ? t.dialogs.disconnectText : t.dialogs.disconnectTextAccount
  return question(row, actions, t, {
    title: fill(t.dialogs.disconnectTitle, { name }),
    texts: [fill(text, { name, account: label ?? '' })],
    yes: t.disconnect,
    press: () => actions.disconnect(row.key),
  })
}

const question = (
  row: Row,
  actions: Actions,
  t: Words,
  words: {
    readonly title: string
    readonly texts: readonly (string | null)[]
    readonly yes: string
    readonly press: () => void
  },
): TemplateResult => html`
  <h2 id="dialog-title">${words.title}</h2>
  <div id="dialog-text" aria-live="polite">
    ${words.texts.map((text) => (text === null ? nothing : html`<p>${text}</p>`))}
  </div>
  ${
    row.problem === null
      ? nothing
      : html`<p class="problem" part="problem" role="alert">
          ${alertGlyph}<span>${problemText(row.problem, row.configuration.name, t)}</span>
        </p>`
  }
  <div class="dialog-actions">
    ${button({ label: t.cancel, look: 'plain', part: 'cancel-button', press: () => actions.close() })}
    ${button({
      label: words.yes,
      look: 'danger',
      part: 'confirm-button',
      busy: row.activity !== 'idle',
      press: words.press,
    })}
  </div>
`
