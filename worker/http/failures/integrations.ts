/** What can be wrong with an integration that is made or changed. */
import { ApiError } from '../api-error.ts'
import { field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const integrationFailures: FailureTable<
  | 'integration_exists'
  | 'integration_changed'
  | 'provider_already_defined'
  | 'provider_has_other_root'
  | 'provider_unknown'
  | 'provider_reserved'
  | 'provider_sandbox_only'
  | 'custom_credentials_not_allowed'
  | 'credentials_required'
  | 'shared_credentials_not_allowed'
  | 'credentials_missing'
  | 'client_secret_required'
  | 'url_not_allowed'
  | 'secret_required_for_new_host'
> = {
  integration_exists: (failure) =>
    new ApiError(
      409,
      'integration_exists',
      `A data integration with the slug ${quote(failure.slug)} exists already. Change it with PUT ${failure.ownership === 'user' ? `/data-integrations/${failure.slug}` : `/data-integrations/${failure.slug}/organization`} (the same body without provider).`,
    ),
  integration_changed: (failure) =>
    new ApiError(
      409,
      'integration_changed',
      `The data integration ${quote(failure.slug)} was being changed by others at the same time, so nothing was written. Read it with GET /data-integrations/${failure.slug}, then send your change again.`,
    ),
  provider_already_defined: (failure) =>
    field(
      'custom_provider',
      'provider_already_defined',
      `${quote(failure.slug)} is defined already, and both of its integrations share the definition. Leave custom_provider out; change it with PUT on the integration that exists.`,
    ),
  provider_has_other_root: (failure) =>
    new ApiError(
      409,
      'provider_has_other_root',
      `${quote(failure.slug)} has a user-owned and an organization-owned integration, and the other one’s client secret would go to the new host as well. Delete the other one first, or define the new host under another slug.`,
    ),
  provider_unknown: (failure) =>
    field(
      'provider',
      'provider_unknown',
      `${quote(failure.slug)} is not in the catalogue. To define it yourself, send custom_provider; a slug has lower-case letters, digits and hyphens.`,
    ),
  provider_reserved: (failure) =>
    field(
      'custom_provider',
      'provider_reserved',
      `${quote(failure.slug)} is a provider of the catalogue and cannot be redefined. Choose another slug, or leave custom_provider out.`,
    ),
  provider_sandbox_only: (failure) =>
    field(
      'provider',
      'provider_sandbox_only',
      `${quote(failure.slug)} is a provider for tests: it grants whatever it is asked for. It works in sandbox environments only; use a key of one (sk_test_…).`,
    ),
  custom_credentials_not_allowed: (failure) =>
    field(
      'credentials.type',
      'custom_credentials_not_allowed',
      `${quote(failure.slug)} is built in and knows no client but its own. Send {"type":"shared"}.`,
    ),
  credentials_required: () =>
    field(
      'credentials',
      'credentials_required',
      'An OAuth integration needs credentials: {"type":"custom","client_id":…,"client_secret":…}, {"type":"organization"} if each organization brings its own, or {"type":"shared"} in a sandbox.',
    ),
  shared_credentials_not_allowed: (failure) =>
    field(
      'credentials.type',
      'shared_credentials_not_allowed',
      `Shared credentials work in sandbox environments only. Register your own OAuth client at ${quote(failure.slug)} and send it as type custom.`,
    ),
  credentials_missing: (failure) =>
    field(
      'credentials',
      'credentials_missing',
      `This deployment holds no shared client for ${quote(failure.slug)}. Add it to the SHARED_CLIENTS secret, or send credentials of type custom.`,
    ),
  client_secret_required: (failure) =>
    field(
      'credentials.client_secret',
      'client_secret_required',
      `${quote(failure.slug)} authenticates its OAuth clients. Send client_id and client_secret together; a stored secret is never shown, so it has to be sent again.`,
    ),
  url_not_allowed: (failure) =>
    field(
      `custom_provider.${failure.field}`,
      'url_not_allowed',
      `This address cannot be used (${failure.reason}). It must be a public https address without port, user info or fragment; an issuer has no query either.`,
    ),
  secret_required_for_new_host: () =>
    field(
      'credentials',
      'secret_required_for_new_host',
      'The token endpoint moves to another host. Send the client’s id and secret again, so that nobody who may change addresses can collect a secret.',
    ),
}
