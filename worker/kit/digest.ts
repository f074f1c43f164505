/** Digests, MACs and random tokens: what we keep of a secret that is only ever compared. */
import { sha256 as sha256OfBytes } from '@oslojs/crypto/sha2'
import { constantTimeEqual } from '@oslojs/crypto/subtle'
import { encodeBase64Url, encodeHex, utf8 } from './encoding.ts'
import type { Random } from './ids.ts'

/** The first key signs; all of them verify, so that a new first key ends nothing that runs. */
export type SigningKeys = readonly [CryptoKey, ...CryptoKey[]]

const HMAC_SHA_256 = { name: 'HMAC', hash: 'SHA-256' }

/** @returns SHA-256 as 64 lower-case hex digits */
export const sha256Hex = async (text: string): Promise<string> => encodeHex(await sha256(text))

/** @returns SHA-256 as 43 base64url characters: the S256 code challenge of RFC 7636 §4.2 */
export const sha256Base64Url = async (text: string): Promise<string> =>
  encodeBase64Url(await sha256(text))

/** Imports raw bytes as a key that signs and verifies and cannot be read back. */
export const importHmacKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, HMAC_SHA_256, false, ['sign', 'verify'])

/** @returns HMAC-SHA-256 as 64 lower-case hex digits */
export const hmacSha256Hex = async (key: CryptoKey, text: string): Promise<string> =>
  encodeHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))))

/**
 * Whether a MAC is the one of a text. WebCrypto compares in constant time.
 *
 * @param mac as `hmacSha256Hex` gave it; anything else is never equal
 */
export async function verifyHmacSha256Hex(
  key: CryptoKey,
  mac: string,
  text: string,
): Promise<boolean> {
  const bytes = decodeHexBytes(mac)
  return crypto.subtle.verify('HMAC', key, bytes, utf8(text))
}

/**
 * SHA-256 without a promise, for short texts: the name of an owner's object is on the path of each
 * vend, where a round through WebCrypto costs more than the digest.
 *
 * @returns 64 lower-case hex digits
 */
export const sha256HexNow = (text: string): string => encodeHex(sha256Now(text))

/** The same as bytes. */
export const sha256Now = (text: string): Uint8Array => sha256OfBytes(utf8(text))

/** Compares two digests of one length in constant time. */
export const isEqualNow = (left: Uint8Array, right: Uint8Array): boolean =>
  constantTimeEqual(left, right)

/** Compares two strings of any length; the time taken tells nothing about either of them. */
export async function timingSafeEqual(left: string, right: string): Promise<boolean> {
  // Digests have one length, so neither the length of a secret nor its first difference shows.
  const [one, other] = await Promise.all([sha256(left), sha256(right)])
  return constantTimeEqual(one, other)
}

/**
 * An unguessable token.
 *
 * @param byteCount 32 unless told: 256 bits, 43 characters
 */
export const randomToken = (random: Random, byteCount = 32): string =>
  encodeBase64Url(random(byteCount))

const sha256 = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)))

function decodeHexBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length >> 1)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}
