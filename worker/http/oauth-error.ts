/** An error as an OAuth client reads it (RFC 6749 §5.2, RFC 8693 §2.2.2), and our own beside it. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { OAuthErrorCode } from '../contract/token-exchange.ts'
import type { ApiError } from './api-error.ts'
import type { AppContext } from './context.ts'

/** By our code; else by the status that it has elsewhere. */
const ERRORS: Readonly<Record<string, OAuthErrorCode>> = {
  api_key_invalid: 'invalid_client',
  api_key_in_browser: 'unauthorized_client',
  key_scope_missing: 'unauthorized_client',
  integration_not_found: 'invalid_target',
  integration_disabled: 'invalid_target',
  target_ambiguous: 'invalid_target',
  // A connection by a key has no access token.
  auth_method_mismatch: 'invalid_target',
  not_installed: 'invalid_grant',
  needs_reauthorization: 'invalid_grant',
  scope_not_granted: 'invalid_scope',
  unsupported_grant_type: 'unsupported_grant_type',
}

/** Statuses that mean the same everywhere; any other refusal is the 400 of RFC 6749. */
const KEPT: ReadonlySet<number> = new Set([401, 403, 413, 415, 429, 500, 503])

export function renderOAuthError(c: AppContext, error: ApiError, requestId: string): Response {
  const status = statusOf(error)
  if (status === 401) {
    const isBasic = /^Basic /i.test(c.req.header('authorization') ?? '')
    c.header('WWW-Authenticate', `${isBasic ? 'Basic' : 'Bearer'} realm="pipes"`)
  }
  const body = {
    error: ERRORS[error.code] ?? byStatus(error.status),
    error_description: printable(error.message),
    ...error.body(requestId),
  }
  return c.json(body, status)
}

const statusOf = ({ code, status }: ApiError): ContentfulStatusCode =>
  // What a key may not do is the client's fault by name, and not forbidden by HTTP's.
  KEPT.has(status) && code !== 'key_scope_missing' ? status : 400

function byStatus(status: number): OAuthErrorCode {
  if (status === 503 || status === 429) return 'temporarily_unavailable'
  return status >= 500 ? 'server_error' : 'invalid_request'
}

/** RFC 6749 §5.2 knows printable ASCII here, without the double quote and the backslash. */
const printable = (message: string): string =>
  message
    .replace(/[“”"]/g, "'")
    .replaceAll('’', "'")
    .replaceAll('…', '...')
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?')
