/** Data integrations that are not there, or cannot be made or changed like that. */
import type { ErrorEntry } from './entry.ts'

export const INTEGRATION_ERRORS = {
  integration_not_found: {
    status: 404,
    cause: 'The key’s environment has no data integration with this slug and ownership.',
    remedy:
      'Check the spelling and the environment of the key, or create it with `POST /data-integrations`.',
  },
  integration_disabled: {
    status: 404,
    cause: 'The integration is switched off: nothing is connected or vended.',
    remedy: 'Switch it on with `PUT /data-integrations/{slug}` and `{"enabled": true}`.',
  },
  check_rate_limited: {
    status: 429,
    cause: 'This integration was checked at its provider ten times within a minute.',
    remedy: 'Wait as many seconds as `Retry-After` says.',
  },
  integration_exists: {
    status: 409,
    cause: 'There is an integration with this slug and ownership already.',
    remedy:
      'Change it with `PUT /data-integrations/{slug}`, or choose another slug for a provider of your own.',
  },
  integration_changed: {
    status: 409,
    cause:
      'Others were changing the integration at the same time, again and again. Nothing was written.',
    remedy: 'Read it, then send your change once more.',
  },
  provider_unknown: {
    status: 422,
    cause: 'The slug is not in the catalogue, and no definition came with it.',
    remedy:
      'Correct the slug, or define the provider with `custom_provider`. A slug has lower-case letters, digits and hyphens.',
  },
  provider_reserved: {
    status: 422,
    cause: 'A provider of the catalogue cannot be defined anew.',
    remedy: 'Leave `custom_provider` out, or choose another slug.',
  },
  provider_already_defined: {
    status: 422,
    cause: 'The provider’s other root exists, and both share one definition.',
    remedy:
      'Leave `custom_provider` out here; change it with `PUT` on the integration that exists.',
  },
  provider_has_other_root: {
    status: 409,
    cause:
      'The provider has a user-owned and an organization-owned integration. Moving its token endpoint would send the other one’s secret to the new host as well.',
    remedy: 'Delete the other one first, or define the new host under another slug.',
  },
  provider_not_offered: {
    status: 422,
    cause:
      'The provider has ended this API, or asks for something that is not done here. The message says which, and what takes its place.',
    remedy: 'Use the provider that the message names, if it names one.',
  },
  provider_sandbox_only: {
    status: 422,
    cause:
      'The sandbox provider grants whatever it is asked for, so production environments do not have it.',
    remedy: 'Use an API key of a sandbox environment (`sk_test_…`).',
  },
  custom_credentials_not_allowed: {
    status: 422,
    cause: 'The provider is built in and knows no client but its own.',
    remedy: 'Send `"credentials": {"type": "shared"}`.',
  },
  credentials_required: {
    status: 422,
    cause: 'An OAuth integration needs a client.',
    remedy:
      'Send `credentials` with `type`, `client_id` and `client_secret`; `{"type": "organization"}` if each organization brings its own; or `{"type": "shared"}` in a sandbox.',
  },
  credentials_missing: {
    status: 422,
    cause:
      'The integration uses the operator’s client, and the deployment holds none for this provider.',
    remedy: 'Add it to the secret `SHARED_CLIENTS`, or send credentials of the type `custom`.',
  },
  shared_credentials_not_allowed: {
    status: 422,
    cause: 'The operator’s clients serve sandbox environments only.',
    remedy:
      'Register an OAuth client of your own at the provider and send it with the type `custom`.',
  },
  client_secret_required: {
    status: 422,
    cause:
      'The provider authenticates its clients, and no secret came. A stored one is never shown, so it is not taken over by a new client id.',
    remedy: 'Send `client_id` and `client_secret` together.',
  },
  secret_required_for_new_host: {
    status: 422,
    cause:
      'The token endpoint moves to another host. Whoever may change addresses shall not be able to collect a secret that way.',
    remedy: 'Send the client’s id and secret again with the new address.',
  },
  url_not_allowed: {
    status: 422,
    cause: 'An address of the provider is not one that may be called. `errors` names it.',
    remedy:
      'Use a public `https` address without port, user info or fragment. An issuer has no query either.',
  },
  auth_method_not_offered: {
    status: 422,
    cause: 'The provider is not connected in the way that `auth_methods` names.',
    remedy: 'Send one of the methods that the message names.',
  },
  provider_url_required: {
    status: 422,
    cause: 'The definition lacks an address that its way of connecting needs.',
    remedy:
      'OAuth needs `authorization_url` and `token_url`, client credentials need `token_url`, API keys need neither.',
  },
  credentials_not_applicable: {
    status: 422,
    cause:
      'Without OAuth an integration has no client of its own: each connection brings its API key or its client.',
    remedy: 'Leave `credentials` out.',
  },
  api_key_not_applicable: {
    status: 422,
    cause: 'A first API key came with an integration that is not connected by API keys.',
    remedy: 'Send `"auth_methods": ["api_key"]` as well, or leave `api_key` out.',
  },
  config_invalid: {
    status: 422,
    otherStatus: 400,
    cause:
      'A value of `config` is missing, unknown, set elsewhere, or not of the form that the provider’s config field has.',
    remedy: 'The message names the field, and an example where there is one.',
  },
  host_held_by_organizations: {
    status: 409,
    cause: 'The OAuth clients are the organizations’ own, and were given for the host as it is.',
    remedy: 'Define the new host under another slug.',
  },
  scopes_required: {
    status: 422,
    cause: 'The provider wants at least one scope.',
    remedy: 'Send `scopes`.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
