/** PKCE as the server sees it (RFC 7636 §4.6). */
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeBase64Url, utf8 } from '../kit/encoding.ts'

/** @returns the S256 challenge of a verifier, without a promise */
export const s256 = (verifier: string): string => encodeBase64Url(sha256(utf8(verifier)))

/** RFC 7636 §4.1. */
export const CODE_VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/
export const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/
