/** What organizations set over an integration, and what they have to set first. */
import type { ErrorEntry } from './entry.ts'

export const ORGANIZATION_ERRORS = {
  organization_credentials_missing: {
    status: 409,
    cause:
      'Each organization brings its own OAuth client to this integration, and this one has not yet.',
    remedy:
      'Its administrator enters one with `PUT /organizations/{organization_id}/data_integration_configurations/{slug}`.',
  },
  configuration_empty: {
    status: 400,
    cause: 'The body sets nothing.',
    remedy:
      'Send at least one of `enabled`, `scopes`, `client_id` with `client_secret`, and `config`.',
  },
  configuration_raced: {
    status: 409,
    cause: 'Others were changing the same at the same time, so nothing was written.',
    remedy: 'Read it again, then send your change again.',
  },
  credentials_not_organization_managed: {
    status: 400,
    cause:
      'The OAuth client of the integration is the developer’s, so an organization sets neither client nor config.',
    remedy: 'The developer leaves them to organizations with the credentials’ type `organization`.',
  },
  client_pair_incomplete: {
    status: 400,
    cause:
      'A client has an id and a secret, and one of them is missing. A stored secret is never shown, so it is not taken over.',
    remedy: 'Send `client_id` and `client_secret` together.',
  },
  client_required_for_new_address: {
    status: 400,
    cause:
      'The config changes the address to which the client’s secret is sent. Whoever may change addresses shall not be able to collect a secret that way.',
    remedy: 'Send `client_id` and `client_secret` with it.',
  },
  scope_not_configured: {
    status: 422,
    cause:
      'The organization may not choose this scope. With the developer’s client these are the integration’s scopes, with its own those that the provider is known to have.',
    remedy: 'Choose among `default_scopes` and `available_scopes` of the configuration.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
