/** Who may: API keys, operators, widget sessions. */
import type { ErrorEntry } from './entry.ts'

export const ACCESS_ERRORS = {
  api_key_invalid: {
    status: 401,
    cause: 'No API key came, or one that is malformed, of another deployment, expired or revoked.',
    remedy:
      'Send `Authorization: Bearer sk_…` with a living key. `GET /api_keys` with another key lists which are alive.',
  },
  api_key_in_browser: {
    status: 403,
    cause:
      'The request carries an `Origin` header, so a page sent it. An API key in a page is everybody’s.',
    remedy:
      'Call from your backend, and revoke a key that was in a page. In a browser use a session from `POST /widgets/token`.',
  },
  key_scope_missing: {
    status: 403,
    cause:
      'The key is genuine and lacks the scope that this call needs. The message names the scope.',
    remedy: 'Use a key that has it, or make one with `POST /api_keys`.',
  },
  rate_limited: {
    status: 429,
    cause: 'This key has sent more requests than the deployment’s `RATE_LIMIT` allows.',
    remedy:
      'Wait `Retry-After` seconds. `RateLimit-Policy` states the limit; the operator raises it with the variable `RATE_LIMIT`.',
  },
  api_key_not_found: {
    status: 404,
    cause:
      'This environment has no such key. The id begins with `key_`, the key itself with `sk_`.',
    remedy: 'Take the id from `GET /api_keys`.',
  },
  api_key_scope_too_wide: {
    status: 422,
    cause: 'A key can make no key that can do more than itself.',
    remedy: 'Leave the scope out that the message names, or use a key that has it.',
  },
  api_key_expiry_past: {
    status: 422,
    cause: '`expires_at` lies in the past.',
    remedy: 'Send a time to come, or none for a key without an end.',
  },
  too_many_api_keys: {
    status: 409,
    cause: 'The environment has as many living keys as it may have.',
    remedy: 'Revoke one that nobody uses: `last_used_on` of `GET /api_keys` tells.',
  },
  operator_pass_invalid: {
    status: 401,
    cause:
      'This call is the operator’s. API keys do not open it, and the pass has run out or is not of this deployment.',
    remedy:
      'Make a pass with `npm run keys -- pass`; it needs `API_KEY_PEPPER` and lives for five minutes.',
  },
  operator_pass_in_browser: {
    status: 403,
    cause: 'A page sent an operator’s pass.',
    remedy: 'Manage the deployment from a command line.',
  },
  environment_not_found: {
    status: 404,
    cause: 'The deployment has no such environment.',
    remedy: 'Take the id from `GET /environments`; it begins with `environment_`.',
  },
  origin_not_exact: {
    status: 422,
    cause: 'An entry of `allowed_origins` is not the exact origin of a page.',
    remedy: 'Write it as `https://app.example.com`: no path, no slash at the end, no star.',
  },
  return_url_not_exact: {
    status: 422,
    cause: 'An entry of `return_urls` is not an exact address.',
    remedy: 'Write it as `https://app.example.com/settings`: no query, no fragment, no star.',
  },
  issuer_not_exact: {
    status: 422,
    cause: 'An issuer of user tokens is not an issuer’s identifier.',
    remedy: 'Send what is in the token’s `iss`, to the letter: `https`, without query or fragment.',
  },
  widget_token_missing: {
    status: 403,
    cause: 'A call of the browser’s API came without a widget session.',
    remedy: 'Your backend gets one with `POST /widgets/token` and hands it to the widget.',
  },
  widget_token_invalid: {
    status: 403,
    cause:
      'The session is malformed, of another deployment, or the API key that made it has been revoked.',
    remedy: 'Fetch a new session from your backend.',
  },
  widget_token_expired: {
    status: 403,
    cause: 'The session’s time is over.',
    remedy: 'Fetch a new session from your backend; the widget does so by itself.',
  },
  widget_permission_missing: {
    status: 403,
    cause:
      'The session lacks the scope `widgets:pipes:manage`, which it takes to manage what an organization sets and shares.',
    remedy:
      'For a user who may, ask for it with `POST /widgets/token`: `organization_id` and `"scopes": ["widgets:pipes:manage"]`.',
  },
  origin_not_allowed: {
    status: 403,
    cause: 'The page’s origin is not registered for the environment of its session.',
    remedy: 'Add the origin that the message names to the environment’s `allowed_origins`.',
  },
  origin_required: {
    status: 403,
    cause: 'A connection is begun by a page, and this request has no `Origin` header.',
    remedy:
      'Call it from a page. A backend begins a connection with `POST /data-integrations/{slug}/authorize`.',
  },
  sandbox_only: {
    status: 403,
    cause: 'The sandbox provider exists in sandbox environments only.',
    remedy: 'Use an API key of a sandbox environment (`sk_test_…`).',
  },
  cross_site_request: {
    status: 403,
    cause: 'Another site sent a request to an address that only its own page may use.',
    remedy:
      'Open the page itself. If you did not mean to, somebody tried to act in your name; nothing was done.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
