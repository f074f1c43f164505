/** API keys, their limits, and the key ring. */
import { ApiError } from '../api-error.ts'
import { field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const keyFailures: FailureTable<
  | 'api_key_invalid'
  | 'key_scope_missing'
  | 'rate_limited'
  | 'api_key_not_found'
  | 'api_key_scope_too_wide'
  | 'api_key_expiry_past'
  | 'too_many_api_keys'
  | 'environment_not_found'
  | 'origin_not_exact'
  | 'return_url_not_exact'
  | 'setting_url_not_allowed'
  | 'issuer_not_exact'
  | 'key_unknown'
  | 'key_active'
  | 'vault_key_wrong'
  | 'key_in_use'
> = {
  api_key_invalid: () =>
    new ApiError(
      401,
      'api_key_invalid',
      'The API key is not valid. Send "Authorization: Bearer sk_…" with a key of this deployment that has not expired or been revoked.',
    ),
  key_scope_missing: ({ scope }) =>
    new ApiError(
      403,
      'key_scope_missing',
      `This API key may not do that: it lacks the scope ${scope}. Use a key that has it, or make one with POST /api_keys {"scopes":["${scope}",…]}.`,
    ),
  rate_limited: ({ limit, retryAfterSeconds }) =>
    new ApiError(
      429,
      'rate_limited',
      `This API key has sent more than ${limit.requests} requests in ${limit.windowSeconds} seconds. Wait ${retryAfterSeconds} s (Retry-After); the operator raises the limit with the variable RATE_LIMIT.`,
      {
        retryAfterSeconds,
        headers: { 'RateLimit-Policy': `"key";q=${limit.requests};w=${limit.windowSeconds}` },
      },
    ),
  api_key_not_found: () =>
    new ApiError(
      404,
      'api_key_not_found',
      'There is no such API key in this environment. GET /api_keys lists them; the id begins with key_.',
    ),
  api_key_scope_too_wide: ({ scope }) =>
    field(
      'scopes',
      'api_key_scope_too_wide',
      `A key cannot give away more than it has, and this one lacks ${scope}. Leave that scope out, or use a key that has it.`,
    ),
  api_key_expiry_past: () =>
    field(
      'expires_at',
      'api_key_expiry_past',
      'This time has passed. Send one that is still to come, or none for a key without an end.',
    ),
  too_many_api_keys: ({ limit }) =>
    new ApiError(
      409,
      'too_many_api_keys',
      `This environment has ${limit} living API keys already. Revoke one that is not used any more: GET /api_keys says when each was used last.`,
    ),
  key_unknown: (failure) =>
    new ApiError(
      404,
      'key_unknown',
      `The ring of this deployment has no key ${quote(failure.kid)}. If it was added just now, the deployment does not have it yet: look at npm run keys -- status.`,
    ),
  key_active: (failure) =>
    new ApiError(
      409,
      'key_active',
      `${quote(failure.kid)} is the active key: everything new is sealed under it. Activate another one first.`,
    ),
  vault_key_wrong: (failure) =>
    new ApiError(
      503,
      'vault_key_wrong',
      `VAULT_KEYRING has another key under the id ${quote(failure.kid)} than the one that sealed what is stored. Nothing is opened or sealed until the right one is back; a new key needs a new id.`,
      { retryAfterSeconds: 30 },
    ),
  key_in_use: (failure) =>
    new ApiError(
      409,
      'key_in_use',
      `${quote(failure.kid)} still wraps ${failure.rows} rows and what is in ${failure.objects} objects. Without it they could never be read again. Run npm run keys -- rewrap ${failure.kid} first.`,
    ),
  environment_not_found: () =>
    new ApiError(
      404,
      'environment_not_found',
      'There is no such environment in this deployment. GET /environments lists them; the id begins with environment_.',
    ),
  origin_not_exact: (failure) =>
    field(
      failure.field,
      'origin_not_exact',
      `${quote(failure.origin)} is not the exact origin of a page. It has the form https://app.example.com: no path, no trailing slash, no star.`,
    ),
  return_url_not_exact: (failure) =>
    field(
      failure.field,
      'return_url_not_exact',
      `${quote(failure.address)} is not an exact return address. It has the form https://app.example.com/settings: no query, no fragment, no star.`,
    ),
  setting_url_not_allowed: (failure) =>
    field(
      failure.field,
      'url_not_allowed',
      `This address cannot be used (${failure.reason}). It must be a public https address without port, user info or fragment; a sandbox may name the loopback origins of LOOPBACK_ORIGINS.`,
    ),
  issuer_not_exact: (failure) =>
    field(
      failure.field,
      'issuer_not_exact',
      `${quote(failure.issuer)} is not an issuer’s identifier. Send what is in the token’s iss, to the letter: https://auth.example.com, without query or fragment; a sandbox may use http on this machine.`,
    ),
}
