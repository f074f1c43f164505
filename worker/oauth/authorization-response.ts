/**
 * Judges what a browser brings back from the provider (RFC 6749 §4.1.2, RFC 9207). Anybody can load this
 * address with anything in it, so the caller finds and checks the attempt by `state` first; only then does
 * an `error` mean something.
 */
import * as oauth from 'oauth4webapi'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { secret } from '../kit/secret.ts'
import type { Secret } from '../kit/secret.ts'
import type { OAuthProvider } from '../providers/definition.ts'
import { callbackServer } from './authorization-server.ts'
import { callbackWords, type CallbackWords } from './callback-words.ts'

/** Good for one exchange. */
export type AuthorizationCode = {
  readonly code: Secret
  /** What else the provider told there, as far as its definition asks. A browser brought it. */
  readonly told: CallbackWords
}

export type AuthorizationFailure = {
  readonly kind:
    | 'access_denied'
    | 'admin_consent_required'
    | 'provider_error'
    | 'issuer_mismatch'
    | 'invalid_response'
  /** The provider's error code, or `unrecognised` when it does not look like one. */
  readonly providerError?: string
}

const ONCE = ['code', 'state', 'iss', 'error', 'error_description', 'error_uri'] as const
const MAX_CODE_LENGTH = 8192

/**
 * @param callbackUrl as the browser called it
 * @param expectedState what the attempt sent
 * @returns the code, or `issuer_mismatch` when another server answered, `access_denied` when the user
 *   said no, `admin_consent_required` when it is not theirs to say yes, `provider_error`, `invalid_response`
 */
export function readAuthorizationResponse(
  definition: OAuthProvider,
  clientId: string,
  callbackUrl: URL,
  expectedState: string,
): Result<AuthorizationCode, AuthorizationFailure> {
  const given = new URLSearchParams(callbackUrl.search)
  const told = callbackWords(given, definition)
  const { code: codeParam = definition.oauth.rename?.['code'] } = definition.oauth.callback ?? {}
  if (codeParam !== undefined) {
    const codes = given.getAll(codeParam)
    given.delete('code')
    for (const code of codes) given.append('code', code)
  }
  if (ONCE.some((name) => given.getAll(name).length > 1)) return fail({ kind: 'invalid_response' })
  // Compared with an issuer that we only assume, an honest `iss` would look like an attack.
  if (definition.oauth.issuer === undefined) given.delete('iss')

  try {
    const server = callbackServer(definition)
    const client = { client_id: clientId }
    const params = oauth.validateAuthResponse(server, client, given, expectedState)
    return codeIn(params, told)
  } catch (error) {
    return fail(failureOf(error, definition, given))
  }
}

function codeIn(
  params: URLSearchParams,
  told: CallbackWords,
): Result<AuthorizationCode, AuthorizationFailure> {
  const code = params.get('code') ?? ''
  const isCode = /^[\x20-\x7e]+$/.test(code) && code.length <= MAX_CODE_LENGTH
  return isCode ? ok({ code: secret(code), told }) : fail({ kind: 'invalid_response' })
}

function failureOf(
  error: unknown,
  { oauth: { issuer, callbackIssuer, denials, adminDenials } }: OAuthProvider,
  given: URLSearchParams,
): AuthorizationFailure {
  if (error instanceof oauth.AuthorizationResponseError) {
    return providerSaid(error, denials, adminDenials)
  }
  if (error instanceof oauth.OperationProcessingError) {
    const iss = given.get('iss') ?? undefined
    const isForeign = iss === undefined ? callbackIssuer === 'required' : iss !== issuer
    return { kind: issuer !== undefined && isForeign ? 'issuer_mismatch' : 'invalid_response' }
  }
  if (error instanceof oauth.UnsupportedOperationError) return { kind: 'invalid_response' }
  throw error
}

function providerSaid(
  { error, error_description: description = '' }: oauth.AuthorizationResponseError,
  denials: readonly string[] = [],
  adminDenials: readonly string[] = [],
): AuthorizationFailure {
  const providerError = /^[A-Za-z0-9_.-]{1,64}$/.test(error) ? error : 'unrecognised'
  const isForAdministrators = adminDenials.some(
    (word) => error === word || description.includes(word),
  )
  if (isForAdministrators) return { kind: 'admin_consent_required', providerError }
  const isDenial = error === 'access_denied' || denials.includes(error)
  return { kind: isDenial ? 'access_denied' : 'provider_error', providerError }
}
