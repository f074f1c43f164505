/** Random texts that make an operator: a set-up token, an invitation, the cookie of a session. */
import { sha256Hex, timingSafeEqual } from '../kit/digest.ts'
import type { Secret } from '../kit/secret.ts'

/** Under which it is kept and found. */
export const hashOfToken = (token: Secret): Promise<string> => sha256Hex(token.reveal())

export const isSameToken = (one: Secret, other: Secret): Promise<boolean> =>
  timingSafeEqual(one.reveal(), other.reveal())
