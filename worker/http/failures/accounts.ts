/** Reading an account, its credential, and ending it. */
import { ApiError } from '../api-error.ts'
import { UNAVAILABLE } from '../unavailable.ts'
import { quote, whoSwitchesOn } from './words.ts'
import type { AuthMethodMismatch } from '../../use-cases/data-integrations/integration-methods.ts'
import type { FailureTable } from './failure.ts'

export const accountFailures: FailureTable<
  | 'integration_not_found'
  | 'integration_disabled'
  | 'account_changed'
  | 'check_rate_limited'
  | 'auth_method_mismatch'
  | 'client_credentials_refused'
  | 'provider_unanswering'
  | 'account_id_unknown'
  | 'account_exists'
  | 'account_not_found'
  | 'account_unavailable'
  | 'disconnect_unavailable'
  | 'disconnect_job_not_found'
  | 'integrity_error'
  | 'rejection_rate_limited'
  | 'tokens_refused'
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
        ? `The data integration ${quote(failure.slug)} is disabled by ${whoSwitchesOn(failure)}`
        : `This integration was disabled while you were connecting. Ask ${failure.disabledBy === 'developer' ? 'the app’s team' : 'the administrator of your organization'} to enable it, then start again.`,
    ),
  account_not_found: () =>
    new ApiError(
      404,
      'account_not_found',
      'This owner has no connected account here. An account keyed with an organization is found only with that organization_id, and one without only without.',
    ),
  auth_method_mismatch: (failure) =>
    new ApiError(422, 'auth_method_mismatch', mismatchWords(failure)),
  client_credentials_refused: (failure) =>
    new ApiError(
      422,
      'client_credentials_refused',
      `${quote(failure.slug)} did not give a token to this client (${quote(failure.code)}), so nothing was stored. Check client_id, client_secret and config, and send them again.`,
    ),
  provider_unanswering: (failure) =>
    new ApiError(
      503,
      'provider_unavailable',
      `${quote(failure.slug)} could not be asked for a token right now, so nothing was stored. Send the request again.`,
      { retryAfterSeconds: failure.retryAfterSeconds },
    ),
  account_id_unknown: () =>
    new ApiError(
      404,
      'account_not_found',
      'There is no connection with this id in this environment. GET /connected_accounts lists them; the id begins with data_installation_.',
    ),
  check_rate_limited: ({ retryAfterSeconds }) =>
    new ApiError(
      429,
      'check_rate_limited',
      `This integration was checked ten times within a minute. Each check asks its provider. Wait ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    ),
  account_changed: () =>
    new ApiError(
      409,
      'account_changed',
      'This connection was refreshed or changed by others each time the change was tried. Nothing was changed; send it again.',
    ),
  account_exists: (failure) =>
    new ApiError(
      409,
      'account_exists',
      `This owner is already connected to ${quote(failure.slug)}. Change the connection with PUT on the same address, DELETE it first, or send connection_intent "add" for another one beside it.`,
    ),
  account_unavailable: (failure) =>
    new ApiError(
      503,
      'account_unavailable',
      'The connection could not be read, so nothing was changed. Try again in a few seconds.',
      { retryAfterSeconds: failure.retryAfterSeconds },
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
  tokens_refused: (failure) =>
    new ApiError(
      422,
      'invalid_token_combination',
      `The request is not valid: ${TOKENS_REFUSED[failure.reason].message}.`,
      {
        errors: [TOKENS_REFUSED[failure.reason]],
      },
    ),
  vend_unavailable: (failure) =>
    new ApiError(
      503,
      failure.code,
      UNAVAILABLE[failure.code] ?? 'The token cannot be fetched right now. Try again shortly.',
      { retryAfterSeconds: failure.retryAfterSeconds },
    ),
}

const TOKENS_REFUSED = {
  expires_at_without_access_token: {
    field: 'expires_at',
    code: 'invalid',
    message: 'expires_at says when an access token ends, and there is no access_token',
  },
  expiry_without_refresh_token: {
    field: 'refresh_token',
    code: 'required',
    message:
      'an access token with expires_at needs a refresh_token, or the connection would end with it; for a token that does not expire leave expires_at out',
  },
  connected_without_tokens: {
    field: 'state',
    code: 'invalid',
    message: 'a connection without any token cannot be connected; leave state out or send a token',
  },
} as const

function mismatchWords({ slug, wanted, existing }: AuthMethodMismatch): string {
  if (existing === undefined) {
    return `The integration ${quote(slug)} is not connected by ${wanted}. Its auth_methods say how it is; they are chosen when it is created.`
  }
  return wanted === 'oauth'
    ? `This installation uses ${existing}. Use the POST /data-integrations/${slug}/credentials endpoint to fetch it, and PUT …/${existing === 'api_key' ? 'api-key' : 'client-credentials'} to replace it.`
    : `This installation uses ${existing}. Disconnect it before it is connected by ${wanted}.`
}
