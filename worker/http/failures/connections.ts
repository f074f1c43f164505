/** Several connections of one owner to one provider, and requests that are sent again. */
import { MAX_CONNECTIONS } from '../../domain/connections.ts'
import { ApiError } from '../api-error.ts'
import { presentConnectionLabel } from '../present/connection-label.ts'
import type { FailureTable } from './failure.ts'

export const connectionFailures: FailureTable<
  | 'account_mismatch'
  | 'account_selection_required'
  | 'idempotency_key_reused'
  | 'idempotency_key_spent'
  | 'too_many_connections'
> = {
  account_selection_required: (failure) =>
    new ApiError(
      409,
      'account_selection_required',
      'This owner has several connections here, so say which one: send connected_account_id. They are listed in connected_accounts. Without supports_multiple_connections the compatibility connection is meant.',
      { connectedAccounts: failure.connections.map(presentConnectionLabel) },
    ),
  account_mismatch: () =>
    new ApiError(
      409,
      'account_mismatch',
      'Another account at the provider came back than the one of this connection, so nothing was changed. Start again and choose the same account there, or add the other one with connection_intent "add".',
    ),
  too_many_connections: () =>
    new ApiError(
      409,
      'too_many_connections',
      `This owner has ${MAX_CONNECTIONS} connections to this integration, which is the most that there can be. Disconnect one of them first.`,
    ),
  idempotency_key_reused: () =>
    new ApiError(
      422,
      'idempotency_key_reused',
      'This Idempotency-Key was sent with another request before. Send each request under a key of its own; a key is forgotten after a day.',
    ),
  idempotency_key_spent: () =>
    new ApiError(
      409,
      'idempotency_key_spent',
      'The connection that this Idempotency-Key has added was disconnected since. To add it again send another key.',
    ),
}
