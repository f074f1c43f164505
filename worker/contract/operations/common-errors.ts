/** The ways to fail that calls have in common, by who may call and by what they take. */
import { ERRORS, type ErrorCode } from '../errors/all.ts'
import type { Operation, Refusal } from './operation.ts'

const ALWAYS = ['internal_error', 'misconfigured', 'vault_key_wrong'] as const
const KEY = ['api_key_invalid', 'api_key_in_browser', 'key_scope_missing', 'rate_limited'] as const
const OPERATOR = ['operator_pass_invalid', 'operator_pass_in_browser'] as const
const SESSION = [
  'widget_token_missing',
  'widget_token_invalid',
  'widget_token_expired',
  'origin_not_allowed',
] as const
const BODY = [
  'invalid_json',
  'body_incomplete',
  'body_too_large',
  'unsupported_media_type',
  'invalid_request',
] as const

export function errorsOf({ access, body, errors = [], isOAuth }: Operation): readonly Refusal[] {
  const admission =
    access === 'anyone'
      ? []
      : access === 'operator'
        ? OPERATOR
        : access === 'widget_session'
          ? SESSION
          : KEY
  const storage = access === 'anyone' ? [] : (['storage_unavailable'] as const)
  const codes = new Set<ErrorCode>([
    ...admission,
    ...(body === undefined ? [] : BODY),
    ...errors.filter((error) => typeof error === 'string'),
    ...ALWAYS,
    ...storage,
  ])
  const all: readonly Refusal[] = [
    ...Array.from(codes, (code) => ({ code, status: ERRORS[code].status })),
    ...errors.filter((error) => typeof error !== 'string'),
  ]
  if (isOAuth !== true) return all
  // A form is no JSON, and RFC 6749 §5.2 knows few statuses (`http/oauth-error.ts`).
  return all
    .filter(({ code }) => code !== 'invalid_json')
    .map(({ code, status }) => ({ code, status: oauthStatus(code, status) }))
}

const oauthStatus = (code: ErrorCode, status: number): number =>
  [404, 409, 422].includes(status) || code === 'key_scope_missing' ? 400 : status
