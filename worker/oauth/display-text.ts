/**
 * Text that a provider chose and a person will read. Escaping is the page's work; here goes what would
 * fool the eye in any page: controls, direction overrides, invisible characters, endless length.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}]/gu

/** @returns the text in one line, at most `maxCharacters` code points; undefined when nothing is left */
export function displayText(value: string | undefined, maxCharacters: number): string | undefined {
  // Nothing that is longer before than this can be a name; the cut bounds the work below.
  const text = value
    ?.slice(0, maxCharacters * 8)
    .replaceAll(CONTROLS, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (text === undefined || text === '') return undefined
  return Array.from(text).slice(0, maxCharacters).join('').trim()
}
