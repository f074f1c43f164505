/** A provider that takes its administrator's word first: a letter to them, in the user's own mail program. */
import { html, type TemplateResult } from 'lit'
import { fill, type Messages } from '../i18n/messages.ts'
import type { Row } from '../pipes-widget/row.ts'
import { wordsOf } from './words.ts'

/** @param pageUrl where the user is; who opens it can connect the provider there */
export const askAdministrator = (
  { integration: { name } }: Row,
  pageUrl: string,
  t: Messages,
): TemplateResult => {
  const words = wordsOf(t)
  const values = { name, url: pageUrl.replace(/#.*$/s, '') }
  // RFC 6068: as in a query, but a space is never a plus.
  const letter = [
    `subject=${encodeURIComponent(fill(words.askSubject, values))}`,
    `body=${encodeURIComponent(fill(words.askText, values))}`,
  ].join('&')
  return html`<a part="ask-link" href="mailto:?${letter}">${words.askAdministrator}</a>`
}
