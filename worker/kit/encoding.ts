/** Bytes as text and back. Decoding is strict: one text per byte sequence, or `undefined`. */
import {
  decodeBase64 as decodePadded,
  encodeBase64urlNoPadding,
  encodeHexLowerCase,
} from '@oslojs/encoding'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  encoder.encode(text) as Uint8Array<ArrayBuffer>

/** @returns the text, or `undefined` where the bytes are not UTF-8 */
export function fromUtf8(bytes: Uint8Array | ArrayBuffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

export const encodeHex = (bytes: Uint8Array): string => encodeHexLowerCase(bytes)

/** Without padding (RFC 7515, appendix C). */
export const encodeBase64Url = (bytes: Uint8Array): string => encodeBase64urlNoPadding(bytes)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE64URL = /^[\w-]*$/

/**
 * By the runtime's `atob`: a sealed token of 2 kB is decoded for every answer, and the library's loop
 * takes 200 µs for it, more than everything else that vending does.
 *
 * @returns the bytes, or `undefined` for padding, a foreign character or stray bits at the end
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!BASE64URL.test(text) || text.length % 4 === 1 || hasStrayBits(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** Two characters hold one byte and four bits, three hold two bytes and two bits: those must be zero. */
function hasStrayBits(text: string): boolean {
  const unused = [0, 0, 0b1111, 0b11][text.length % 4] ?? 0
  return (ALPHABET.indexOf(text.at(-1) ?? 'A') & unused) !== 0
}

/** Standard base64 with its padding, as `openssl rand -base64 32` prints it. */
export const decodeBase64 = (text: string): Uint8Array | undefined =>
  text.length % 4 === 0 ? orUndefined(() => decodePadded(text)) : undefined

function orUndefined<T>(decode: () => T): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}
