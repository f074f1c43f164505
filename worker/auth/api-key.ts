/**
 * API keys: `sk_test_<id12>_<secret43><crc6>`, 70 characters, base62.
 *
 * The checksum answers a typo, and lets secret scanners tell a key from a look-alike, without a look
 * into the database; it protects nothing. The row keeps an HMAC under a pepper that is not in the
 * database, so that whoever can write rows still cannot make a key.
 */
import { createBoundedMap } from '../kit/bounded-map.ts'
import { hmacSha256Hex, isEqualNow, sha256Now, verifyHmacSha256Hex } from '../kit/digest.ts'
import type { Random } from '../kit/ids.ts'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { Secret } from '../kit/secret.ts'

export type ApiKeyMode = 'test' | 'live'

export type ApiKeyMalformed = { readonly kind: 'api_key_malformed' }

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ID_LENGTH = 12
const MAX_REMEMBERED = 1024
// Compared with where there is no row, so that the answer takes as long.
const NO_MAC = '0'.repeat(64)
const SECRET_LENGTH = 43 // 256 bits
const CRC_LENGTH = 6
const SHAPE = /^(sk_(test|live)_([0-9A-Za-z]{12})_[0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

/**
 * Makes a key.
 *
 * @returns the key, shown once; the id of its row (`key_<id12>`); what the row keeps of it
 */
export async function createApiKey(
  random: Random,
  mode: ApiKeyMode,
  pepperKey: CryptoKey,
): Promise<{ readonly key: Secret<string>; readonly id: string; readonly mac: string }> {
  const id = randomBase62(random, ID_LENGTH)
  const body = `sk_${mode}_${id}_${randomBase62(random, SECRET_LENGTH)}`
  const key = body + checksum(body)
  return { key: new Secret(key), id: `key_${id}`, mac: await hmacSha256Hex(pepperKey, key) }
}

/**
 * Reads the shape of a presented key, without I/O.
 *
 * @returns the id of the row to look up, or `api_key_malformed` (also for a mistyped character)
 */
export function parseApiKey(
  presented: string,
): Result<{ readonly id: string; readonly mode: ApiKeyMode }, ApiKeyMalformed> {
  const [, body, mode, id, crc] = SHAPE.exec(presented) ?? []
  if (body === undefined || crc !== checksum(body)) return fail({ kind: 'api_key_malformed' })
  return ok({ id: `key_${id}`, mode: mode === 'live' ? 'live' : 'test' })
}

/** Says whether a presented key is the one of its row. */
export type KeyVerifier = (presented: string, mac: string | null) => Promise<boolean>

/**
 * Makes a verifier that remembers. A pair of key and MAC that was found genuine stays so, whatever
 * becomes of the row (expiry and revocation are asked elsewhere), so an isolate needs the pepper once
 * per key. It remembers a SHA-256, never the key.
 *
 * @param pepper the HMAC key, imported when it is first needed
 * @returns a function of the presented key and of what its row keeps, or null where no row has that
 * id: the answer then takes as long
 */
export function createKeyVerifier(pepper: () => Promise<CryptoKey>): KeyVerifier {
  const genuine = createBoundedMap<Uint8Array>(MAX_REMEMBERED)
  return async (presented, mac) => {
    const digest = sha256Now(presented)
    const known = mac === null ? undefined : genuine.get(mac)
    if (known !== undefined && isEqualNow(known, digest)) return true
    const isEqual = await verifyHmacSha256Hex(await pepper(), mac ?? NO_MAC, presented)
    if (isEqual && mac !== null) genuine.set(mac, digest)
    return isEqual && mac !== null
  }
}

function randomBase62(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length - text.length)) {
      // 248 is 4 × 62: a byte above it would favour the first letters.
      if (byte < 248) text += ALPHABET[byte % ALPHABET.length]
    }
  }
  return text
}

function checksum(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let index = 0; index < CRC_LENGTH; index += 1) {
    digits = (ALPHABET[rest % ALPHABET.length] ?? '') + digits
    rest = Math.floor(rest / ALPHABET.length)
  }
  return digits
}

/** What each byte does to a CRC-32 (polynomial of ISO 3309). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

/** CRC-32 of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
