/** What can end a connect attempt. */
import { ApiError } from '../api-error.ts'
import { field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const connectFailures: FailureTable<
  | 'scopes_required'
  | 'code_challenge_invalid'
  | 'binding_required'
  | 'return_to_required'
  | 'return_to_not_allowed'
  | 'attempt_not_found'
  | 'attempt_expired'
  | 'attempt_not_pending'
  | 'verifier_mismatch'
  | 'configuration_changed'
  | 'link_spent'
  | 'handoff_refused'
  | 'confirmation_required'
> = {
  scopes_required: () =>
    field(
      'scopes',
      'scopes_required',
      'This provider needs at least one scope. Send scopes: ["…"].',
    ),
  code_challenge_invalid: () =>
    field(
      'code_challenge',
      'code_challenge_invalid',
      'The code_challenge must be the base64url SHA-256 of your code verifier: 43 characters (RFC 7636 §4.2).',
    ),
  binding_required: () =>
    field(
      'code_challenge',
      'binding_required',
      'This environment binds each connection to the session of the user who begins it. Keep a random code_verifier of 43 to 128 characters in that session, send code_challenge (the base64url SHA-256 of it) and return_to here, and finish with POST …/authorize/complete when the user comes back.',
    ),
  return_to_required: () =>
    field(
      'return_to',
      'return_to_required',
      'With a code_challenge the completion code comes back by return_to. Send a registered return address.',
    ),
  return_to_not_allowed: (failure) =>
    new ApiError(
      400,
      'return_to_not_allowed',
      // Without its query, which may hold something that is nobody's business.
      `The return address ${quote(failure.returnTo.replace(/[?#].*$/s, ''))} is not registered. Add its origin and path to the environment’s return_urls.`,
    ),
  attempt_not_found: () =>
    new ApiError(
      404,
      'attempt_not_found',
      'There is no such connect attempt for this user. Start again with Connect.',
    ),
  attempt_expired: () =>
    new ApiError(
      410,
      'attempt_expired',
      'This attempt took longer than ten minutes and has expired. Start again with Connect.',
    ),
  attempt_not_pending: (failure) =>
    new ApiError(
      409,
      'attempt_not_pending',
      `This attempt cannot be completed: it is ${failure.status}.`,
    ),
  verifier_mismatch: () =>
    new ApiError(
      403,
      'verifier_mismatch',
      'The code verifier or completion code is not the one of this attempt. Only the page that began a connection can finish it.',
    ),
  configuration_changed: () =>
    new ApiError(
      409,
      'configuration_changed',
      'The integration was changed while you were connecting. Start again with Connect.',
    ),
  link_spent: () =>
    new ApiError(
      410,
      'link_spent',
      'This link has been used already, or never existed. Go back to the app and press Connect again.',
    ),
  handoff_refused: () =>
    new ApiError(
      403,
      'handoff_refused',
      'This window was not opened by the page that started the connection. Go back to the app and press Connect again.',
    ),
  confirmation_required: () =>
    new ApiError(
      403,
      'confirmation_required',
      'The connection has to be confirmed on this page first.',
    ),
}
