/** Several connections of one owner, and requests that are sent again. */
import type { ErrorEntry } from './entry.ts'

export const SEVERAL_ERRORS = {
  account_selection_required: {
    status: 409,
    cause:
      'The owner has several connections here, and the request says that it knows of that, but not which one it means; for a token, nobody has chosen one either.',
    remedy:
      'Send `connected_account_id`: one of the `connected_accounts` of the answer. Or let the user choose one in the widget (`preferred`).',
  },
  account_mismatch: {
    status: 409,
    cause:
      'A connection was to be renewed, and another account at the provider came back. Nothing was changed.',
    remedy:
      'Start again and choose the same account there, or add the other one with `connection_intent` `add`.',
  },
  too_many_connections: {
    status: 409,
    cause: 'The owner has as many connections to this integration as there can be.',
    remedy: 'Disconnect one of them first.',
  },
  idempotency_key_invalid: {
    status: 400,
    cause: 'The header `Idempotency-Key` is empty, too long, or holds control characters.',
    remedy: 'Send 1 to 255 characters; a random UUID is a good one.',
  },
  idempotency_key_reused: {
    status: 422,
    cause: 'This `Idempotency-Key` came with another request before.',
    remedy: 'Send each request under a key of its own. A key is forgotten after a day.',
  },
  idempotency_key_spent: {
    status: 409,
    cause: 'The connection that this `Idempotency-Key` has added was disconnected since.',
    remedy: 'Send another key to add it again.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
