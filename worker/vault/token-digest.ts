import { sha256Hex } from '../kit/digest.ts'
import type { Secret } from '../kit/secret.ts'

/** The SHA-256 of a token in lower-case hex, by which a caller names it without sending it. */
export const tokenDigest = (token: Secret<string>): Promise<string> => sha256Hex(token.reveal())
