/** Times as people say them; the exact one is in the title. */
import { html, type TemplateResult } from 'lit'

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** @param iso what the wire says; null: never */
export const ago = (iso: string | null): TemplateResult => {
  if (iso === null) return html`<span class="subtle">never</span>`
  const then = new Date(iso)
  return html`<time datetime=${iso} title=${exact.format(then)}>${inWords(then)}</time>`
}

const inWords = (then: Date): string => {
  const seconds = Math.round((then.getTime() - Date.now()) / 1000)
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length)
  return unit === undefined ? 'just now' : relative.format(Math.round(seconds / unit[1]), unit[0])
}

export const at = (iso: string): TemplateResult =>
  html`<time datetime=${iso}>${exact.format(new Date(iso))}</time>`
