/**
 * What a failed token request means for the connection. The status speaks first, then the error code,
 * never the description: providers reword those. The difference that matters is between "this grant is
 * over", which a user must repair, and everything that passes by itself.
 */
import type { EgressAnswer } from '../kit/safe-fetch.ts'
import type { OAuthProvider } from '../providers/definition.ts'

type TokenFailureKind =
  /** Nothing was spent; the same request may be sent again later. */
  | 'retry'
  /** Ours or the operator's fault: secret, address, scopes. No user can repair it. */
  | 'configuration'
  /** The grant is over; the user has to connect again. */
  | 'needs_reauthorization'
  /** Looks final and is not proven: worth some more tries, hours apart. */
  | 'suspect'
  /** The refresh token or the code may have been spent, and what it bought is lost. */
  | 'unknown_outcome'

export type TokenFailure = {
  readonly kind: TokenFailureKind
  /** The provider's own word if it gave one, cleaned; else ours. For developers, not for decisions. */
  readonly code: string
  /** The canonical code, where the provider gave one. */
  readonly error?: string
  readonly providerStatus?: number
  readonly retryAfterSeconds?: number
}

/** `exchange`: a code for tokens. `upgrade`: its token for a longer one. `refresh`: a refresh token for tokens. */
export type TokenGrant = 'exchange' | 'refresh' | 'upgrade'

export type TokenFailureEvidence = {
  readonly answer: EgressAnswer
  /** The canonical code, after the provider's `errorMap`. */
  readonly error?: string | undefined
  /** What the provider called it. */
  readonly providerCode?: string | undefined
  /** The answer held a token of a type that we cannot present. */
  readonly unusableTokenType?: boolean | undefined
}

const KIND_BY_ERROR: ReadonlyMap<string, TokenFailureKind> = new Map([
  // allow-module-state: a constant
  ['invalid_grant', 'needs_reauthorization'],
  ['interaction_required', 'needs_reauthorization'],
  ['login_required', 'needs_reauthorization'],
  ['consent_required', 'needs_reauthorization'],
  ['invalid_client', 'configuration'],
  ['unauthorized_client', 'configuration'],
  ['unsupported_grant_type', 'configuration'],
  ['invalid_scope', 'configuration'],
  ['temporarily_unavailable', 'retry'],
  ['slow_down', 'retry'],
])

const PASSING_STATUS: ReadonlySet<number> = new Set([408, 425, 429]) // allow-module-state: a constant
// Nobody answers for this address any more: the operator moves it, not the user.
const ABSENT_STATUS: ReadonlySet<number> = new Set([404, 405, 410]) // allow-module-state: a constant

/**
 * @param now epoch milliseconds, for a `Retry-After` that is a date
 */
export function classifyTokenFailure(
  evidence: TokenFailureEvidence,
  definition: OAuthProvider,
  grant: TokenGrant,
  now: number,
): TokenFailure {
  const { answer } = evidence
  const retryAfterSeconds = retryAfterOf(answer.headers, now)
  return {
    kind: kindOf(evidence, definition, grant),
    code: codeOf(evidence),
    ...canonical(evidence.error),
    providerStatus: answer.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

/** Only what is known: another word is the provider's text, and stays out. */
const canonical = (error: string | undefined): { readonly error?: string } =>
  error !== undefined && KIND_BY_ERROR.has(error) ? { error } : {}

function kindOf(
  { answer: { status }, error, unusableTokenType }: TokenFailureEvidence,
  definition: OAuthProvider,
  grant: TokenGrant,
): TokenFailureKind {
  if (status >= 500 || PASSING_STATUS.has(status)) return 'retry'
  if (status >= 300 && status < 400) return 'retry'
  if (unusableTokenType === true) return 'configuration'

  // The provider says that part of the work may have been done.
  if (error === 'server_error') return lostAnswer(definition, grant)
  if (error !== undefined) return KIND_BY_ERROR.get(error) ?? 'suspect'
  if (status < 300) return lostAnswer(definition, grant)
  return ABSENT_STATUS.has(status) ? 'configuration' : 'suspect'
}

/** A success that we cannot read: what it cost depends on whether the thing we sent can be sent again. */
const lostAnswer = (definition: OAuthProvider, grant: TokenGrant): TokenFailureKind =>
  grant === 'refresh' && definition.oauth.refresh.rotates === 'never' ? 'retry' : 'unknown_outcome'

function codeOf({ answer, error, providerCode, unusableTokenType }: TokenFailureEvidence): string {
  if (unusableTokenType === true) return 'unusable_token_type'
  const told = providerCode ?? error
  if (told !== undefined) return told.replaceAll(/[^A-Za-z0-9_.-]/g, '_').slice(0, 64)
  return answer.status < 300 ? 'not_a_token' : `http_${answer.status}`
}

const MAX_RETRY_AFTER_SECONDS = 86_400

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterOf(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (value === undefined || value === '') return undefined
  // Every form of a date begins with the name of a day; the parser itself takes "-5" for one.
  const date = /^[A-Z][a-z]/.test(value) ? Date.parse(value) : Number.NaN
  const seconds = /^\d{1,10}$/.test(value) ? Number(value) : (date - now) / 1000
  if (!Number.isFinite(seconds)) return undefined
  return Math.min(Math.max(Math.ceil(seconds), 0), MAX_RETRY_AFTER_SECONDS)
}
