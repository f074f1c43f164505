/** What ends a connect attempt, or keeps it from beginning. */
import type { ErrorEntry } from './entry.ts'

export const CONNECT_ERRORS = {
  code_challenge_invalid: {
    status: 422,
    cause: '`code_challenge` is not the SHA-256 of a verifier.',
    remedy: 'Send its base64url form, 43 characters (RFC 7636 §4.2).',
  },
  binding_required: {
    status: 422,
    cause:
      'The environment wants every connection bound to the session of the user who begins it, and no `code_challenge` came.',
    remedy:
      'Keep a random verifier in the user’s session, send its challenge with `return_to`, and complete when the user comes back.',
  },
  return_to_required: {
    status: 422,
    cause:
      'With a `code_challenge` the completion code comes back by `return_to`, and none was sent.',
    remedy: 'Send a registered return address.',
  },
  return_to_not_allowed: {
    status: 400,
    cause: '`return_to` is not registered for the environment.',
    remedy: 'Add its origin and path to the environment’s `return_urls`. Its query may differ.',
  },
  attempt_not_found: {
    status: 404,
    cause: 'This user has begun no such attempt.',
    remedy: 'Start again with Connect.',
  },
  attempt_expired: {
    status: 410,
    cause: 'The attempt took longer than ten minutes.',
    remedy: 'Start again with Connect.',
  },
  attempt_not_pending: {
    status: 409,
    cause: 'The attempt cannot be completed in the state that it is in. The message names it.',
    remedy: 'Wait until its status is `pending`; an attempt that has ended is started anew.',
  },
  verifier_mismatch: {
    status: 403,
    cause:
      'The code verifier or the completion code is not the one of this attempt. After five wrong ones it is over.',
    remedy:
      'Complete with the verifier whose challenge began the attempt: only who began a connection can finish it.',
  },
  configuration_changed: {
    status: 409,
    cause: 'The integration was changed while the user was connecting.',
    remedy: 'Start again with Connect.',
  },
  link_spent: {
    status: 410,
    cause: 'A connect link is good once, and this one was used or never existed.',
    remedy: 'Go back to the app and press Connect again.',
  },
  handoff_refused: {
    status: 403,
    cause: 'The window was not opened by the page that began the connection.',
    remedy: 'Go back to the app and press Connect again.',
  },
  confirmation_required: {
    status: 403,
    cause: 'The person has not confirmed on our page whose account it becomes.',
    remedy: 'Confirm on the page first.',
  },
  authorization_request_invalid: {
    status: 400,
    cause: 'The sandbox provider was asked for something that is not valid any more.',
    remedy: 'Go back to the app and start again.',
  },
  sandbox_account_not_found: {
    status: 404,
    cause: 'Nobody has used this account of the sandbox provider in this environment yet.',
    remedy: 'Connect it, or script it first.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
