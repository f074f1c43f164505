/** Every expected failure and what the outside hears of it. A kind without a case does not compile. */
import type { AccountFailure } from '../use-cases/accounts/get-account.ts'
import type { DisconnectFailure } from '../use-cases/accounts/disconnect.ts'
import type { CompleteFailure } from '../use-cases/connect/complete-connect.ts'
import type { OpenFailure } from '../use-cases/connect/open-connect.ts'
import type { StartFailure } from '../use-cases/connect/start-connect.ts'
import type { IntegrationFailure } from '../use-cases/data-integrations/write-integration.ts'
import type { RejectFailure } from '../use-cases/tokens/reject-access-token.ts'
import type { KeyFailure } from '../use-cases/keys/rotate-keys.ts'
import { ApiError } from './api-error.ts'
import { UNAVAILABLE } from './unavailable.ts'

export type Failure =
  | AccountFailure
  | CompleteFailure
  | DisconnectFailure
  | IntegrationFailure
  | OpenFailure
  | StartFailure
  | { readonly kind: 'disconnect_job_not_found' }
  | KeyFailure
  | { readonly kind: 'vault_key_wrong'; readonly kid: string }
  | RejectFailure

export function toApiError(failure: Failure): ApiError {
  const { kind } = failure
  switch (kind) {
    case 'api_key_invalid':
      return new ApiError(
        401,
        kind,
        'The API key is not valid. Send "Authorization: Bearer sk_…" with a key of this deployment that has not expired or been revoked.',
      )
    case 'integration_not_found':
      return new ApiError(
        404,
        kind,
        `No data integration with the slug ${quote(failure.slug)} in this environment. Create it with POST /data-integrations, or check the spelling.`,
      )
    case 'integration_disabled':
      return new ApiError(
        404,
        kind,
        'slug' in failure
          ? `The data integration ${quote(failure.slug)} is disabled. Enable it with PUT /data-integrations/${failure.slug} {"enabled":true}.`
          : 'This integration was disabled while you were connecting. Ask the app’s team to enable it, then start again.',
      )
    case 'account_not_found':
      return new ApiError(
        404,
        kind,
        'This owner has no connected account here. An account keyed with an organization is found only with that organization_id, and one without only without.',
      )
    case 'disconnect_unavailable':
      return new ApiError(
        503,
        kind,
        'The connection could not be reached, so it was not disconnected. Try again in a few seconds.',
        { retryAfterSeconds: 5 },
      )
    case 'disconnect_job_not_found':
      return new ApiError(
        404,
        kind,
        'There is no such disconnect job in this environment. Its id is in the answer to POST /disconnect_jobs.',
      )
    case 'key_unknown':
      return new ApiError(
        404,
        kind,
        `The ring of this deployment has no key ${quote(failure.kid)}. If it was added just now, the deployment does not have it yet: look at npm run keys -- status.`,
      )
    case 'key_active':
      return new ApiError(
        409,
        kind,
        `${quote(failure.kid)} is the active key: everything new is sealed under it. Activate another one first.`,
      )
    case 'vault_key_wrong':
      return new ApiError(
        503,
        kind,
        `VAULT_KEYRING has another key under the id ${quote(failure.kid)} than the one that sealed what is stored. Nothing is opened or sealed until the right one is back; a new key needs a new id.`,
        { retryAfterSeconds: 30 },
      )
    case 'key_in_use':
      return new ApiError(
        409,
        kind,
        `${quote(failure.kid)} still wraps ${failure.rows} rows and what is in ${failure.objects} objects. Without it they could never be read again. Run npm run keys -- rewrap ${failure.kid} first.`,
      )
    case 'integration_exists':
      return new ApiError(
        409,
        kind,
        `A data integration with the slug ${quote(failure.slug)} exists already. Change it with PUT /data-integrations/${failure.slug} (the same body without provider).`,
      )
    case 'integration_changed':
      return new ApiError(
        409,
        kind,
        `The data integration ${quote(failure.slug)} was being changed by others at the same time, so nothing was written. Read it with GET /data-integrations/${failure.slug}, then send your change again.`,
      )
    case 'provider_unknown':
      return field(
        'provider',
        kind,
        `${quote(failure.slug)} is not in the catalogue. To define it yourself, send custom_provider; a slug has lower-case letters, digits and hyphens.`,
      )
    case 'provider_reserved':
      return field(
        'custom_provider',
        kind,
        `${quote(failure.slug)} is a provider of the catalogue and cannot be redefined. Choose another slug, or leave custom_provider out.`,
      )
    case 'provider_sandbox_only':
      return field(
        'provider',
        kind,
        `${quote(failure.slug)} is a provider for tests: it grants whatever it is asked for. It works in sandbox environments only; use a key of one (sk_test_…).`,
      )
    case 'custom_credentials_not_allowed':
      return field(
        'credentials.type',
        kind,
        `${quote(failure.slug)} is built in and knows no client but its own. Send {"type":"shared"}.`,
      )
    case 'credentials_required':
      return field(
        'credentials',
        kind,
        'An OAuth integration needs credentials: {"type":"custom","client_id":…,"client_secret":…}, or {"type":"shared"} in a sandbox.',
      )
    case 'shared_credentials_not_allowed':
      return field(
        'credentials.type',
        kind,
        `Shared credentials work in sandbox environments only. Register your own OAuth client at ${quote(failure.slug)} and send it as type custom.`,
      )
    case 'credentials_missing':
      return field(
        'credentials',
        kind,
        `This deployment holds no shared client for ${quote(failure.slug)}. Add it to the SHARED_CLIENTS secret, or send credentials of type custom.`,
      )
    case 'client_secret_required':
      return field(
        'credentials.client_secret',
        kind,
        `${quote(failure.slug)} authenticates its OAuth clients. Send client_id and client_secret together; a stored secret is never shown, so it has to be sent again.`,
      )
    case 'url_not_allowed':
      return field(
        `custom_provider.${failure.field}`,
        kind,
        `This address cannot be used (${failure.reason}). It must be a public https address without port, user info or fragment; an issuer has no query either.`,
      )
    case 'secret_required_for_new_host':
      return field(
        'credentials',
        kind,
        'The token endpoint moves to another host. Send the client’s id and secret again, so that nobody who may change addresses can collect a secret.',
      )
    case 'scopes_required':
      return field('scopes', kind, 'This provider needs at least one scope. Send scopes: ["…"].')
    case 'code_challenge_invalid':
      return field(
        'code_challenge',
        kind,
        'The code_challenge must be the base64url SHA-256 of your code verifier: 43 characters (RFC 7636 §4.2).',
      )
    case 'return_to_required':
      return field(
        'return_to',
        kind,
        'With a code_challenge the completion code comes back by return_to. Send a registered return address.',
      )
    case 'return_to_not_allowed':
      return new ApiError(
        400,
        kind,
        // Without its query, which may hold something that is nobody's business.
        `The return address ${quote(failure.returnTo.replace(/[?#].*$/s, ''))} is not registered. Add its origin and path to the environment’s return_urls.`,
      )
    case 'attempt_not_found':
      return new ApiError(
        404,
        kind,
        'There is no such connect attempt for this user. Start again with Connect.',
      )
    case 'attempt_expired':
      return new ApiError(
        410,
        kind,
        'This attempt took longer than ten minutes and has expired. Start again with Connect.',
      )
    case 'attempt_not_pending':
      return new ApiError(409, kind, `This attempt cannot be completed: it is ${failure.status}.`)
    case 'verifier_mismatch':
      return new ApiError(
        403,
        kind,
        'The code verifier or completion code is not the one of this attempt. Only the page that began a connection can finish it.',
      )
    case 'configuration_changed':
      return new ApiError(
        409,
        kind,
        'The integration was changed while you were connecting. Start again with Connect.',
      )
    case 'link_spent':
      return new ApiError(
        410,
        kind,
        'This link has been used already, or never existed. Go back to the app and press Connect again.',
      )
    case 'handoff_refused':
      return new ApiError(
        403,
        kind,
        'This window was not opened by the page that started the connection. Go back to the app and press Connect again.',
      )
    case 'confirmation_required':
      return new ApiError(403, kind, 'The connection has to be confirmed on this page first.')
    case 'integrity_error':
      return new ApiError(
        500,
        kind,
        'The stored credential of this connection fails its integrity check and was not used. The operator has been told; other connections are not affected.',
      )
    case 'rejection_rate_limited':
      return new ApiError(
        429,
        failure.kind,
        'This token was refreshed less than a minute ago because it was reported as rejected, and is reported again. If the provider refuses the new one too, the cause is another one: look at its answer. Try again later.',
        { retryAfterSeconds: failure.retryAfterSeconds },
      )
    case 'vend_unavailable':
      return new ApiError(
        503,
        failure.code,
        UNAVAILABLE[failure.code] ?? 'The token cannot be fetched right now. Try again shortly.',
        { retryAfterSeconds: failure.retryAfterSeconds },
      )
  }
}

const field = (name: string, code: string, message: string): ApiError =>
  new ApiError(422, code, message, { errors: [{ field: name, code, message }] })

/** User text inside a message: short, and without anything that could be taken for markup. */
const quote = (text: string): string => `"${text.replace(/[^\w.:/?=&%@-]/g, '·').slice(0, 120)}"`
