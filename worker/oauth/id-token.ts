/**
 * What an id token says of its user. It came over TLS from the token endpoint, for our client and nobody else's eyes, so its
 * signature is not verified (OpenID Connect Core 1.0 §3.1.3.7, 6); what it says is a label, and proves nothing.
 */
import { decodeBase64urlIgnorePadding } from '@oslojs/encoding'
import { parseJsonObject, type JsonObject } from './member-path.ts'

const MAX_LENGTH = 16 * 1024

/** @returns nothing for what is no JWT */
export function claimsOf(token: unknown): JsonObject {
  const [, payload = '', signature] = typeof token === 'string' ? token.split('.') : []
  if (signature === undefined || payload.length > MAX_LENGTH) return {}
  try {
    return parseJsonObject(new TextDecoder().decode(decodeBase64urlIgnorePadding(payload))) ?? {}
  } catch {
    return {}
  }
}
