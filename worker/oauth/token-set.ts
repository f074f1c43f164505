/** What a token endpoint gave, with every oddity gone. Its own file, because half the product passes it on. */
import type { Secret } from '../kit/secret.ts'

export type TokenSet = {
  readonly accessToken: Secret
  /** Absent in the answer to a refresh: the old one stays good (RFC 6749 §6). */
  readonly refreshToken?: Secret
  /** Epoch milliseconds, counted from before the request; absent: the token does not expire, as far as we know. */
  readonly expiresAt?: number
  readonly refreshTokenExpiresAt?: number
  /** Absent: as requested, or unchanged (RFC 6749 §5.1). */
  readonly scopes?: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}
