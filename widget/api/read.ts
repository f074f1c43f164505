/**
 * Reads untrusted JSON. Every text that is shown comes from an operator, a provider or a provider's user,
 * so it is stripped of what could deceive the eye (control and bidirectional characters) and cut to a length.
 */
export type Json = Readonly<Record<string, unknown>>

export const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null

export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const asString = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** C0 and C1 controls, zero-width characters, line and paragraph separators, bidirectional overrides and isolates. */
const DECEIVING =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * @param limit the longest text in characters as people count them; a longer one ends in an ellipsis
 * @returns text that is safe to show, or null when nothing is left of it
 */
export const asLabel = (value: unknown, limit: number): string | null => {
  if (typeof value !== 'string') return null
  const clean = value
    .slice(0, limit * 8)
    .replace(DECEIVING, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (clean === '') return null
  // Most are: then nothing is counted, which a long list would feel.
  if (clean.length <= limit) return clean
  const characters = [...clean]
  return characters.length > limit
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : clean
}

/**
 * An address that may be put into `<img src>`: https, or the Worker's own origin (plain http while developing).
 * `javascript:`, `data:` and anything that is not an address become null.
 */
export const asImageUrl = (value: unknown, ownOrigin: string): string | null => {
  if (typeof value !== 'string') return null
  const url = URL.parse(value)
  return url && (url.protocol === 'https:' || url.origin === ownOrigin) ? url.href : null
}
