/**
 * Finds providers by what people type: part of a name, another name, an abbreviation. Pure, and without a
 * word of any list: whoever has rows gives their names and other names.
 */
export type Searchable = {
  readonly slug: string
  readonly name: string
  /** Other names, as slugs. */
  readonly aliases?: readonly string[]
  /** Words that lead here as well: `mail` to Gmail. They count least. */
  readonly terms?: readonly string[]
}

/**
 * @param typed as it was typed: case, accents, spaces and punctuation do not matter
 * @returns those that fit, the best first, else in the order given; all of them where nothing was typed
 */
export function searchProviders<T extends Searchable>(
  rows: readonly T[],
  typed: string,
): readonly T[] {
  const words = wordsOf(typed)
  if (words.length === 0) return rows
  return rows
    .map((row) => ({ row, score: scoreOf(row, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ row }) => row)
}

/** The whole query as one name, else each word of it for itself: `ms teams` is `ms-teams`. */
function scoreOf(row: Searchable, words: readonly string[]): number {
  const whole = fit(row, words.join(''))
  if (whole > 0) return whole
  const each = words.map((word) => fit(row, word))
  return each.every((score) => score > 0) ? Math.min(...each) : 0
}

function fit({ slug, name, aliases = [], terms = [] }: Searchable, word: string): number {
  const names = [name, slug, ...aliases].map(pressed)
  if (names.includes(word)) return 6
  if (names.some((one) => one.startsWith(word))) return 5
  const inName = [name, ...aliases].flatMap(wordsOf)
  if (inName.some((one) => one.startsWith(word))) return 4
  const inTerms = terms.flatMap((term) => [pressed(term), ...wordsOf(term)])
  if (inTerms.includes(word)) return 3
  if (inTerms.some((one) => one.startsWith(word))) return 2
  // Of less than three letters every name holds some.
  return word.length >= 3 && names.some((one) => one.includes(word)) ? 1 : 0
}

const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const pressed = (text: string): string => wordsOf(text).join('')
