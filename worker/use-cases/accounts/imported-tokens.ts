/** Which tokens make a connection, and in which state (contract §5.4). Pure. */
import type { Standing } from '../../domain/object-messages.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'

export type ImportedTokens = {
  readonly accessToken: Secret | null
  readonly refreshToken: Secret | null
  /** Epoch milliseconds; null for a token that does not expire. */
  readonly expiresAt: number | null
}

export type TokensRefused = {
  readonly kind: 'tokens_refused'
  readonly reason:
    | 'expires_at_without_access_token'
    | 'expiry_without_refresh_token'
    | 'connected_without_tokens'
}

/** What an import must not be: a set of tokens that would die silently. */
export function refusalOfImport(tokens: ImportedTokens): TokensRefused | undefined {
  if (tokens.expiresAt === null) return undefined
  if (tokens.accessToken === null) {
    return { kind: 'tokens_refused', reason: 'expires_at_without_access_token' }
  }
  return tokens.refreshToken === null
    ? { kind: 'tokens_refused', reason: 'expiry_without_refresh_token' }
    : undefined
}

/**
 * The state that a set of tokens has. A state that is given wins, but without a token nothing is connected.
 *
 * @param now epoch milliseconds: an access token that has run out and cannot be refreshed needs its user
 */
export function standingOf(
  { accessToken, refreshToken, expiresAt }: ImportedTokens,
  stated: Standing['status'] | null,
  now: number,
): Result<Standing, TokensRefused> {
  const hasTokens = accessToken !== null || refreshToken !== null
  if (!hasTokens && stated === 'connected') {
    return fail({ kind: 'tokens_refused', reason: 'connected_without_tokens' })
  }
  if (stated === 'connected') return ok(CONNECTED)
  if (stated !== null) return ok({ status: stated, reason: 'stated' })
  if (!hasTokens) return ok({ status: 'needs_reauthorization', reason: 'no_tokens' })
  const isOver = refreshToken === null && expiresAt !== null && expiresAt <= now
  return ok(
    isOver ? { status: 'needs_reauthorization', reason: 'access_token_expired' } : CONNECTED,
  )
}

const CONNECTED: Standing = { status: 'connected', reason: null }
