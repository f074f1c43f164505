import * as v from 'valibot'
import { added, listOf, named, says, textOrNull, texts, time } from './words.ts'

export const configuration = named(
  'DataIntegrationConfiguration',
  'What an organization has set over an integration.',
  v.strictObject({
    object: v.literal('data_integration_configuration'),
    id: says(v.string(), 'The id of the data integration.'),
    organization_id: v.string(),
    slug: v.string(),
    name: says(v.string(), 'The provider’s, for people.'),
    enabled: says(v.boolean(), 'Whether its users can connect: the developer’s word and its own.'),
    scopes: says(v.nullable(texts), 'What it has chosen; null: as the integration has them.'),
    config: v.record(v.string(), v.string()),
    credentials: v.optional(
      says(
        v.strictObject({
          credentials_type: v.literal('organization'),
          has_credentials: v.boolean(),
          client_id: textOrNull,
          client_secret_last_four: textOrNull,
          redirect_uri: says(v.string(), 'The organization registers this at the provider.'),
        }),
        'Only where organizations bring their own clients.',
      ),
    ),
    created_at: time,
    updated_at: time,
    ownership: added(v.picklist(['user', 'organization']), 'Which of the provider’s integrations.'),
    has_override: added(v.boolean(), 'Whether it has set anything.'),
    disabled_source: added(
      v.nullable(v.picklist(['developer', 'organization'])),
      'Who has switched it off; null: nobody.',
    ),
    default_scopes: added(texts, 'What holds where it chooses nothing.'),
    available_scopes: added(texts, 'What the provider is known to have.'),
    effective_scopes: added(texts, 'What its users are asked for.'),
  }),
)

export const configurationList = listOf(configuration)
