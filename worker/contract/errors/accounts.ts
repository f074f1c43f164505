/** Connections, their tokens, and ending them. */
import type { ErrorEntry } from './entry.ts'

export const ACCOUNT_ERRORS = {
  account_not_found: {
    status: 404,
    cause:
      'This owner has no connected account here. With `organization_id` and without it are two owners, and neither stands in for the other.',
    remedy: 'Ask with the owner that was connected, or let the user connect.',
  },
  account_exists: {
    status: 409,
    cause: 'The owner is connected already.',
    remedy: 'Change the connection with `PUT` on the same address, or `DELETE` it first.',
  },
  account_changed: {
    status: 409,
    cause:
      'The connection was refreshed or changed by others each time the change was tried. Nothing was changed.',
    remedy: 'Send it again.',
  },
  account_unavailable: {
    status: 503,
    cause: 'The connection could not be read, so nothing was changed.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  invalid_token_combination: {
    status: 422,
    cause: 'The tokens, their expiry and the state do not go together. `errors` says which.',
    remedy:
      'An `expires_at` needs the access token that it is about, and a refresh token; a token that does not expire has no `expires_at`; without any token the state cannot be `connected`.',
  },
  auth_method_mismatch: {
    status: 422,
    otherStatus: 409,
    cause:
      'The integration, or the connection that exists, is of another kind than this call is for.',
    remedy:
      'The message names the call to use; to change the kind of a connection, disconnect it first.',
  },
  client_credentials_refused: {
    status: 422,
    cause: 'The provider gave no token to this client, so nothing was stored.',
    remedy: 'Check `client_id`, `client_secret` and `config`, and send them again.',
  },
  organization_required: {
    status: 422,
    cause: 'The request means something of an organization and names none.',
    remedy: 'Send `organization_id`.',
  },
  disconnect_unavailable: {
    status: 503,
    cause: 'The connection could not be reached, so it was not disconnected.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  disconnect_job_not_found: {
    status: 404,
    cause: 'The environment has no such job.',
    remedy: 'Take the id from the answer to `POST /disconnect_jobs`.',
  },
  rejection_rate_limited: {
    status: 429,
    cause:
      'The token was refreshed less than a minute ago because it was reported as rejected, and is reported again.',
    remedy:
      'If the provider refuses the new one, too, the cause is another one: look at its answer. Else wait `Retry-After` seconds.',
  },
  integrity_error: {
    status: 500,
    cause:
      'The stored credential does not open in its place: it was tampered with, or sealed under another key. It was not used.',
    remedy:
      'The operator has been told. Other connections are not affected; this one is repaired by connecting again.',
  },
  provider_unavailable: {
    status: 503,
    cause: 'The access token has expired, and the provider cannot refresh it right now.',
    remedy:
      'Try again after `Retry-After` seconds. The connection is kept; no user has to reconnect.',
  },
  integration_misconfigured: {
    status: 503,
    cause:
      'The provider refuses the integration’s OAuth client, so expired tokens cannot be refreshed.',
    remedy:
      'Check client id, secret and endpoints; `troubles` of the integration has the provider’s word. No user has to reconnect.',
  },
  grants_refused_together: {
    status: 503,
    cause:
      'The provider refuses many connections of the integration at once, which looks like a trouble of its own. Nobody is asked to reconnect for it, for up to a day.',
    remedy:
      'Try again later; one connection a minute finds out whether it is over. `troubles` of the integration shows it.',
  },
  refresh_in_progress: {
    status: 503,
    cause: 'A refresh of this token takes longer than a caller is kept waiting. It goes on.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  refresh_recovering: {
    status: 503,
    cause:
      'A refresh was interrupted and its result is being recovered. The refresh token is not spent twice meanwhile.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  refresh_too_soon: {
    status: 503,
    cause:
      'The provider’s last access token ended within seconds of being issued. Two refreshes of one account lie half a minute apart, so there is none right now.',
    remedy:
      'Try again after `Retry-After` seconds. Where that happens again and again, see what lifetime the provider states.',
  },
  unsupported_version: {
    status: 503,
    cause: 'A newer version of Pipes wrote this connection than the one that reads it.',
    remedy: 'Finish the deployment, then try again.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
