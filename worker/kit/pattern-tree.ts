/** A regular expression as a tree, as far as patterns of config fields go: texts, sets, groups, `|` and counts. */

export type PatternNode =
  | { readonly kind: 'one'; readonly letters: ReadonlySet<string> }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'times'
      readonly of: PatternNode
      readonly least: number
      readonly most: number
    }

/** ASCII, and one that stands for everything else. */
const OTHER = '\u{1f600}'
const LETTERS = [...Array.from({ length: 128 }, (_, code) => String.fromCodePoint(code)), OTHER]

/** @returns undefined for what is no pattern, and for what we do not read: look-around, references, properties */
export function patternTree(pattern: string): PatternNode | undefined {
  const reader: Reader = { pattern, at: 0, isUnread: false }
  const tree = choice(reader)
  return reader.isUnread || reader.at < pattern.length ? undefined : tree
}

type Reader = { readonly pattern: string; at: number; isUnread: boolean }

function choice(reader: Reader): PatternNode {
  const parts = [sequence(reader)]
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1
    parts.push(sequence(reader))
  }
  return { kind: 'any', parts }
}

function sequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = []
  while (!reader.isUnread && !['|', ')', undefined].includes(reader.pattern[reader.at])) {
    parts.push(counted(reader, part(reader)))
  }
  return { kind: 'all', parts }
}

const ONE =
  /^(?:\\[dDwWsS]|\\[^A-Za-z0-9]|\[(?:[^\\\]]|\\[dDwWsS]|\\[^A-Za-z0-9])*\]|[^\\[\](){}*+?|^$])/u

function part(reader: Reader): PatternNode {
  const rest = reader.pattern.slice(reader.at)
  const [one] = ONE.exec(rest) ?? []
  if (one !== undefined) {
    reader.at += one.length
    return { kind: 'one', letters: lettersOf(one) }
  }
  const [opening] = /^\((?:\?:|(?!\?))/.exec(rest) ?? []
  reader.at += opening?.length ?? 0
  const inner: PatternNode = opening === undefined ? NOTHING : choice(reader)
  if (opening === undefined || reader.pattern[reader.at] !== ')') reader.isUnread = true
  reader.at += 1
  return inner
}

const NOTHING: PatternNode = { kind: 'all', parts: [] }

function counted(reader: Reader, of: PatternNode): PatternNode {
  const [whole, sign = '', least = '', comma, most = ''] =
    /^(?:([*+?])|\{(\d{1,3})(,)?(\d{1,3})?\})\??/.exec(reader.pattern.slice(reader.at)) ?? []
  if (whole === undefined) return of
  reader.at += whole.length
  if (sign !== '') {
    return { kind: 'times', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  }
  const limit = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most)
  return { kind: 'times', of, least: Number(least), most: limit }
}

/** Whatever the case, as a flag may say so later. Of letters beyond ASCII we know only that they are some. */
function lettersOf(one: string): ReadonlySet<string> {
  try {
    const test = new RegExp(`^${one}$`, 'iu')
    // A blank is one beyond ASCII, too, and no letter of ours stands for it alone.
    const isBeyond = /[^\u0000-\u007f]|\\[sS]/.test(one)
    return new Set(LETTERS.filter((letter) => (letter === OTHER && isBeyond) || test.test(letter)))
  } catch {
    // No set after all; whoever compiles the whole pattern says so.
    return new Set(LETTERS)
  }
}
