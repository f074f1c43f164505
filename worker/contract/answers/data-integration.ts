import * as v from 'valibot'
import { added, listOf, named, says, textOrNull, texts, time } from './words.ts'

export const dataIntegration = named(
  'DataIntegration',
  'A provider that is set up in an environment.',
  v.strictObject({
    object: v.literal('data_integration'),
    id: v.string(),
    slug: v.string(),
    integration_type: says(v.string(), 'The slug of the catalogue, or `custom`.'),
    ownership: says(
      v.picklist(['user', 'organization']),
      'Whose connections it has. Never changes.',
    ),
    description: textOrNull,
    enabled: says(v.boolean(), 'Switched off, nothing is connected or vended.'),
    state: v.literal('valid'),
    scopes: says(v.nullable(texts), 'What users are asked for; null: the provider’s defaults.'),
    redirect_uri: says(
      v.string(),
      'Register this at the provider. It stays the same until the integration is deleted.',
    ),
    auth_methods: v.array(v.picklist(['oauth', 'api_key', 'client_credentials'])),
    config: v.record(v.string(), v.string()),
    credentials: says(
      v.nullable(
        v.strictObject({
          type: says(
            v.picklist(['custom', 'organization', 'shared']),
            'Whose client it is: yours, each organization’s own, or the operator’s.',
          ),
          client_id: textOrNull,
          redacted_client_secret: says(textOrNull, 'The last four characters.'),
        }),
      ),
      'null without OAuth.',
    ),
    installation: says(
      v.nullable(
        v.strictObject({
          id: v.string(),
          connection_role: v.picklist(['compatibility', 'standard']),
          account_identifier: textOrNull,
          account_display_name: textOrNull,
          user_id: textOrNull,
          organization_id: textOrNull,
          api_key_last_4: textOrNull,
        }),
      ),
      'The connection that came into being with this call; null else.',
    ),
    custom_provider: says(
      v.nullable(v.record(v.string(), v.unknown())),
      'The definition, with what was left out as it holds; null for a provider of the catalogue.',
    ),
    troubles: added(
      v.array(
        v.strictObject({
          kind: says(
            v.picklist(['misconfigured', 'unreachable', 'incident']),
            '`misconfigured`: the provider refuses the client. `unreachable`: it does not answer. `incident`: it refuses many grants at once.',
          ),
          code: says(v.string(), 'The provider’s word for it, the last one.'),
          since: v.nullable(time),
        }),
      ),
      'What keeps tokens of this integration from being refreshed right now.',
    ),
    created_at: time,
    updated_at: time,
  }),
)

export const dataIntegrationList = listOf(dataIntegration)
