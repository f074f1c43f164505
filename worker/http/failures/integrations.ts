/** What can be wrong with an integration that is made or changed. */
import type { ConfigFailure } from '../../providers/config-fields.ts'
import { ApiError } from '../api-error.ts'
import { field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const integrationFailures: FailureTable<
  | 'integration_exists'
  | 'integration_changed'
  | 'changed_meanwhile'
  | 'redirect_key_taken'
  | 'provider_already_defined'
  | 'provider_has_other_root'
  | 'provider_unknown'
  | 'provider_reserved'
  | 'provider_not_offered'
  | 'provider_sandbox_only'
  | 'custom_credentials_not_allowed'
  | 'auth_method_not_offered'
  | 'config_invalid'
  | 'credentials_not_applicable'
  | 'credentials_required'
  | 'host_held_by_organizations'
  | 'provider_url_required'
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
  changed_meanwhile: () =>
    new ApiError(
      409,
      'changed_meanwhile',
      'Somebody else has changed this since you read it, so nothing was written. Read it again, look at what is different, and send your change once more.',
    ),
  redirect_key_taken: () =>
    new ApiError(
      409,
      'redirect_key_taken',
      'Another integration has this redirect URI already. Load the provider’s page again, and register the redirect URI that it shows now.',
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
  provider_not_offered: ({ slug, reason, successor }) =>
    field(
      'provider',
      'provider_not_offered',
      `${quote(slug)} cannot be set up. ${reason}${successor === undefined ? '' : ` Use ${quote(successor)}.`}`,
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
  auth_method_not_offered: (failure) =>
    field(
      'auth_methods',
      'auth_method_not_offered',
      `${quote(failure.slug)} is connected by ${failure.offered.join(' or ')}. Send one of these in auth_methods.`,
    ),
  provider_url_required: (failure) =>
    field(
      `custom_provider.${failure.field}`,
      'provider_url_required',
      'OAuth needs authorization_url and token_url, client credentials need token_url, API keys need neither.',
    ),
  credentials_not_applicable: () =>
    field(
      'credentials',
      'credentials_not_applicable',
      'An integration without OAuth has no client of its own: each connection brings its API key or its client. Leave credentials out.',
    ),
  config_invalid: (failure) =>
    field(`config.${failure.key.slice(0, 100)}`, 'config_invalid', configWords(failure)),
  host_held_by_organizations: (failure) =>
    new ApiError(
      409,
      'host_held_by_organizations',
      `The OAuth clients of ${quote(failure.slug)} are the organizations’ own, and were given for the host as it is. Define the new host under another slug.`,
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
      `This address cannot be used (${failure.reason}). It must be a public https address without port, user info or fragment; an issuer has no query either. A {field} in it must be one of config_fields, and in a host be followed by a fixed end such as .example.com.`,
    ),
  secret_required_for_new_host: () =>
    field(
      'credentials',
      'secret_required_for_new_host',
      'The token endpoint moves to another host. Send the client’s id and secret again, so that nobody who may change addresses can collect a secret.',
    ),
}

export function configWords({ key, label, reason, example }: ConfigFailure): string {
  const named = quote(label === key ? key : `${label} (${key})`)
  const such = example === null ? '' : ` An example: ${quote(example)}.`
  switch (reason) {
    case 'undeclared':
      return `This provider has no config field ${named}. Its fields are in config_fields of the provider.`
    case 'not_for_connections':
      return `${named} is set once for the whole integration (PUT /data-integrations/…, config), not for one connection.`
    case 'not_for_organizations':
      return `${named} is a whole host, which only the developer names, for everybody (PUT /data-integrations/…, config).`
    case 'pinned':
      return `${named} is set for the whole integration already and is not asked of whoever connects. Leave it out.`
    case 'required':
      return `${named} is needed to connect. Send it in config.${such}`
    case 'integration_lacks':
      return `${named} is not set for the integration, so nobody can connect. The operator sets it with PUT /data-integrations/…, config.${such}`
    case 'pattern':
      return `${named} does not look as this provider needs it.${such}`
  }
}
