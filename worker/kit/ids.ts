import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'

/** Random bytes as an argument, so that a test can fix them. */
export type Random = (byteCount: number) => Uint8Array<ArrayBuffer>

export const systemRandom: Random = (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount))

/**
 * A prefixed, time-ordered, unguessable id: 48 bits of time, then 80 random bits, as 26 characters.
 *
 * @param prefix the kind, as the wire shows it: `data_installation`
 * @param now epoch milliseconds
 */
export function newId(prefix: string, now: number, random: Random = systemRandom): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(10), 6)
  for (let index = 5, rest = now; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return `${prefix}_${sortableBase32(bytes)}`
}

// RFC 4648 base32 does not sort as its bytes do (2-7 stand before A-Z in ASCII); this alphabet does.
const RFC_4648 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SORTABLE = '0123456789abcdefghjkmnpqrstvwxyz'

const sortableBase32 = (bytes: Uint8Array): string =>
  Array.from(
    encodeBase32UpperCaseNoPadding(bytes),
    (letter) => SORTABLE[RFC_4648.indexOf(letter)],
  ).join('')

/** @returns the time that an id of `newId` was made at, epoch milliseconds; undefined for another text */
export function timeOfId(id: string): number | undefined {
  const letters = id.slice(id.lastIndexOf('_') + 1)
  if (letters.length !== 26) return undefined
  let bits = 0n
  for (const letter of letters.slice(0, 10)) {
    const value = SORTABLE.indexOf(letter)
    if (value < 0) return undefined
    bits = bits * 32n + BigInt(value)
  }
  // Ten letters hold 50 bits; the first 48 are the time.
  return Number(bits >> 2n)
}
