/** Reading an account, its credential, and ending it. */
import { ApiError } from '../api-error.ts'
import { UNAVAILABLE } from '../unavailable.ts'
import { quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const accountFailures: FailureTable<
  | 'integration_not_found'
  | 'integration_disabled'
  | 'account_not_found'
  | 'disconnect_unavailable'
  | 'disconnect_job_not_found'
  | 'integrity_error'
  | 'rejection_rate_limited'
  | 'vend_unavailable'
> = {
  integration_not_found: (failure) =>
    new ApiError(
      404,
      'integration_not_found',
      `No data integration with the slug ${quote(failure.slug)} in this environment. Create it with POST /data-integrations, or check the spelling.`,
    ),
  integration_disabled: (failure) =>
    new ApiError(
      404,
      'integration_disabled',
      'slug' in failure
        ? `The data integration ${quote(failure.slug)} is disabled. Enable it with PUT /data-integrations/${failure.slug} {"enabled":true}.`
        : 'This integration was disabled while you were connecting. Ask the app’s team to enable it, then start again.',
    ),
  account_not_found: () =>
    new ApiError(
      404,
      'account_not_found',
      'This owner has no connected account here. An account keyed with an organization is found only with that organization_id, and one without only without.',
    ),
  disconnect_unavailable: () =>
    new ApiError(
      503,
      'disconnect_unavailable',
      'The connection could not be reached, so it was not disconnected. Try again in a few seconds.',
      { retryAfterSeconds: 5 },
    ),
  disconnect_job_not_found: () =>
    new ApiError(
      404,
      'disconnect_job_not_found',
      'There is no such disconnect job in this environment. Its id is in the answer to POST /disconnect_jobs.',
    ),
  integrity_error: () =>
    new ApiError(
      500,
      'integrity_error',
      'The stored credential of this connection fails its integrity check and was not used. The operator has been told; other connections are not affected.',
    ),
  rejection_rate_limited: (failure) =>
    new ApiError(
      429,
      'rejection_rate_limited',
      'This token was refreshed less than a minute ago because it was reported as rejected, and is reported again. If the provider refuses the new one too, the cause is another one: look at its answer. Try again later.',
      { retryAfterSeconds: failure.retryAfterSeconds },
    ),
  vend_unavailable: (failure) =>
    new ApiError(
      503,
      failure.code,
      UNAVAILABLE[failure.code] ?? 'The token cannot be fetched right now. Try again shortly.',
      { retryAfterSeconds: failure.retryAfterSeconds },
    ),
}
