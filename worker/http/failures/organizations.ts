/** What an organization sets over an integration, and what it has to set first. */
import { ApiError } from '../api-error.ts'
import { configWords } from './integrations.ts'
import { configurationPath, field, quote } from './words.ts'
import type { FailureTable } from './failure.ts'

export const organizationFailures: FailureTable<
  | 'organization_required'
  | 'organization_credentials_missing'
  | 'configuration_empty'
  | 'configuration_raced'
  | 'credentials_not_organization_managed'
  | 'client_pair_incomplete'
  | 'client_required_for_new_address'
  | 'organization_config_invalid'
  | 'scope_not_configured'
> = {
  organization_required: (failure) =>
    field(
      'organization_id',
      'organization_required',
      `To connect ${quote(failure.slug)} each organization brings its own OAuth client, and this user was named without one. Send organization_id: here, or to POST /widgets/token for the widget’s session.`,
    ),
  organization_credentials_missing: (failure) =>
    new ApiError(
      409,
      'organization_credentials_missing',
      `Nobody of the organization ${quote(failure.organizationId)} can connect ${quote(failure.slug)} yet: its administrator has to enter the organization’s own OAuth client first, with PUT ${configurationPath(failure)} {"client_id":…,"client_secret":…}.`,
    ),
  configuration_empty: () =>
    new ApiError(
      400,
      'configuration_empty',
      'There is nothing to set. Send at least one of enabled, scopes, client_id with client_secret, and config.',
    ),
  configuration_raced: (failure) =>
    new ApiError(
      409,
      'configuration_raced',
      `What this organization sets over ${quote(failure.slug)} was being changed by others at the same time, so nothing was written. Read it again, then send your change again.`,
    ),
  credentials_not_organization_managed: (failure) =>
    new ApiError(
      400,
      'credentials_not_organization_managed',
      `The OAuth client of ${quote(failure.slug)} is the developer’s, so an organization sets neither client_id, client_secret nor config. The developer leaves them to organizations with PUT /data-integrations/${failure.slug} {"credentials":{"type":"organization"}}.`,
    ),
  client_pair_incomplete: (failure) =>
    new ApiError(
      400,
      'client_pair_incomplete',
      `Send client_id and client_secret together: ${failure.missing} is missing. A stored secret is never shown, so it has to be sent again.`,
    ),
  client_required_for_new_address: () =>
    new ApiError(
      400,
      'client_required_for_new_address',
      'This config changes the address to which the client’s secret is sent. Send client_id and client_secret with it, so that nobody who may change addresses can collect a secret.',
    ),
  organization_config_invalid: (failure) =>
    new ApiError(400, 'config_invalid', configWords({ ...failure, kind: 'config_invalid' })),
  scope_not_configured: (failure) =>
    field(
      'scopes',
      'scope_not_configured',
      `The scope ${quote(failure.scope)} is not one that this organization may choose for ${quote(failure.slug)}. With the developer’s OAuth client these are the scopes of the data integration, with the organization’s own those that the provider is known to have: default_scopes and available_scopes of the configuration list them.`,
    ),
}
