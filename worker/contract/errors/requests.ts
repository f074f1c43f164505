/** What can be wrong with a request before anybody looks at what it asks for. */
import type { ErrorEntry } from './entry.ts'

export const REQUEST_ERRORS = {
  invalid_json: {
    status: 400,
    cause: 'The body is not JSON, or not in UTF-8.',
    remedy:
      'Send one JSON object in UTF-8. A body is never repeated in an answer, as it may hold a secret.',
  },
  body_incomplete: {
    status: 400,
    cause: 'The connection ended before the whole body had come.',
    remedy: 'Send the request again. Nothing was done.',
  },
  not_found: {
    status: 404,
    cause: 'There is nothing at this address: a wrong path, or a method that it does not have.',
    remedy: 'Compare path and method with this reference. A slash at the end is another path.',
  },
  body_too_large: {
    status: 413,
    cause: 'The body is larger than 64 kB.',
    remedy: 'Send less. No request of this API needs that much.',
  },
  unsupported_media_type: {
    status: 415,
    cause: 'The body does not say that it is JSON.',
    remedy: 'Send the header `Content-Type: application/json`.',
  },
  invalid_request: {
    status: 422,
    cause:
      'A field of the body, a query parameter or an id in the path is missing, unknown or not of its form. `errors` names each with a code of its own: `required`, `unknown_field` or `invalid`.',
    remedy: 'Correct the fields that `errors` names. What was sent is never repeated.',
  },
  internal_error: {
    status: 500,
    cause: 'A fault of ours.',
    remedy:
      'The operator finds the cause in the log by the `request_id`. Whether something was done is not known: read before you repeat a change.',
  },
  misconfigured: {
    status: 503,
    cause: 'This deployment lacks a variable or a secret, or has one that cannot be read.',
    remedy: 'The message names it; README.md, “Deploy”, says how to set it.',
  },
  storage_unavailable: {
    status: 503,
    cause: 'The database, or the object that holds the connection, does not answer right now.',
    remedy:
      'Try again after `Retry-After` seconds. Nothing was done by halves, and no user has to reconnect.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
