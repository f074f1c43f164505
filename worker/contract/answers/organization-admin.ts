/** What administrators of an organization see in the widget. */
import * as v from 'valibot'
import { authMethod, legacyOwnership } from './connected-account.ts'
import { configField, widgetRowEntries } from './widget-row.ts'
import { added, named, says, textOrNull, texts, time } from './words.ts'

const settings = {
  enabled: says(v.boolean(), 'The developer’s word and the organization’s.'),
  scopes: says(texts, 'What is asked for.'),
  defaultScopes: says(texts, 'What holds where the organization chooses nothing.'),
  availableScopes: says(texts, 'What the provider is known to have.'),
  scopeDescriptions: added(
    v.record(v.string(), v.string()),
    'In plain words, by scope, as far as it is known.',
  ),
  credentials: v.strictObject({
    credentialsType: v.picklist(['shared', 'custom', 'organization', 'none']),
    hasCredentials: v.boolean(),
    client_id: says(textOrNull, 'The organization’s own; of another’s client nothing is told.'),
    redactedClientSecret: says(textOrNull, 'The last four characters of its secret.'),
    redirectUri: says(v.string(), 'The organization registers this at the provider.'),
  }),
  configFields: says(
    v.array(configField),
    'What the organization can set. `default`: what the developer has set.',
  ),
  config: says(v.record(v.string(), v.string()), 'What it has set.'),
}

export const widgetConfiguration = named(
  'WidgetConfiguration',
  'What an organization has set over an integration of its users.',
  v.strictObject({
    object: v.literal('data_integration_configuration'),
    id: says(v.string(), 'The id of the data integration.'),
    name: v.string(),
    description: textOrNull,
    slug: v.string(),
    integrationType: v.string(),
    ownership: legacyOwnership,
    iconSlug: v.optional(added(v.string(), 'Not of providers that the operator defined.')),
    iconUrl: v.optional(added(v.string(), 'The provider’s mark.')),
    authMethods: v.array(authMethod),
    ...settings,
    createdAt: time,
    updatedAt: time,
  }),
)

export const widgetConfigurations = v.strictObject({ data: v.array(widgetConfiguration) })

const organizationRow = named(
  'OrganizationRow',
  'A provider that an organization can share with its members.',
  v.strictObject({
    ...widgetRowEntries,
    configuration: v.strictObject({
      hasOverride: says(v.boolean(), 'Whether the organization has set anything.'),
      rootEnabled: says(v.boolean(), 'The developer’s word.'),
      overrideEnabled: says(v.nullable(v.boolean()), 'The organization’s; null: it has said none.'),
      disabledSource: v.nullable(v.picklist(['developer', 'organization'])),
      configured: says(v.boolean(), 'Whether there is an OAuth client to connect with.'),
      ...settings,
    }),
    capabilities: says(
      v.strictObject({
        canConfigure: v.boolean(),
        canConnect: v.boolean(),
        canUpdateCredentials: v.boolean(),
        canReauthorize: v.boolean(),
        canDisconnect: v.boolean(),
      }),
      'What can be done now, about the first of `connected_accounts`.',
    ),
  }),
)

export const organizationRows = v.strictObject({ data: v.array(organizationRow) })
