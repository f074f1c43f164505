/** What the widget lists. */
import * as v from 'valibot'
import { authMethod, legacyOwnership, widgetAccount } from './connected-account.ts'
import { added, named, says, textOrNull, texts, time } from './words.ts'

export const configField = named(
  'ConfigField',
  'Something that a connection has to say beside its credentials.',
  v.strictObject({
    key: v.string(),
    label: v.string(),
    required: v.boolean(),
    scope: says(
      v.picklist(['integration', 'installation']),
      '`installation`: asked of whoever connects, unless it is set already.',
    ),
    description: v.optional(v.string()),
    example: v.optional(v.string()),
    pattern: v.optional(says(v.string(), 'The whole value must match.')),
    patternFlags: v.optional(v.literal('i')),
    order: v.optional(v.number()),
    default: v.optional(v.string()),
    secret: v.boolean(),
  }),
)

const row = v.strictObject({
  object: v.literal('data_integration'),
  id: v.string(),
  name: v.string(),
  description: textOrNull,
  slug: v.string(),
  integrationType: v.string(),
  ownership: legacyOwnership,
  credentialsType: v.string(),
  scopes: says(texts, 'What is requested.'),
  createdAt: time,
  updatedAt: time,
  installation: says(
    v.nullable(widgetAccount),
    'The compatibility connection; null when there is none.',
  ),
  configFields: says(
    v.array(configField),
    'What has to be asked of whoever connects, or has been set.',
  ),
  config: v.record(v.string(), v.string()),
  iconSlug: v.optional(says(v.string(), 'Not of providers that the operator defined.')),
  iconUrl: v.optional(v.string()),
  authMethods: v.array(authMethod),
  connected_accounts: says(v.array(widgetAccount), 'All of them.'),
  disabledSource: added(
    v.nullable(v.picklist(['developer', 'organization'])),
    'Who has switched it off; null: nobody.',
  ),
  category: added(textOrNull, 'What kind of product it is; null where an operator described it.'),
  aliases: added(texts, 'Other names that people look for.'),
  scopeDescriptions: added(
    v.record(v.string(), v.string()),
    'In plain words, by scope: what this user was asked for or has granted, as far as it is known.',
  ),
})

/** Of what the widget shows: the fields that its rows have in common. */
export const widgetRowEntries = row.entries

const widgetRow = named('WidgetRow', 'A provider as the widget shows it.', row)

const sharedRow = named(
  'SharedConnection',
  'A provider that the organization has connected, as its members see it.',
  v.strictObject({
    object: v.literal('data_integration'),
    id: v.string(),
    name: v.string(),
    description: textOrNull,
    slug: v.string(),
    ownership: legacyOwnership,
    iconSlug: v.optional(says(v.string(), 'Not of providers that the operator defined.')),
    iconUrl: v.optional(v.string()),
    connected_accounts: v.array(
      v.strictObject({
        object: v.literal('connected_account'),
        id: v.string(),
        state: v.picklist(['connected', 'needs_reauthorization']),
        availability: says(
          v.picklist(['available', 'needs_admin_attention']),
          '`needs_admin_attention`: its grant is over, or the integration is switched off.',
        ),
        created_at: time,
        updated_at: time,
      }),
    ),
  }),
)

export const sharedRows = v.strictObject({ data: v.array(sharedRow) })

export const widgetRows = v.strictObject({
  data: v.array(widgetRow),
  shared: v.optional(
    added(
      v.strictObject({
        organizationName: says(textOrNull, 'As `organization_name` of the session.'),
        data: v.array(sharedRow),
      }),
      'What the organization shares, where it was asked for.',
    ),
  ),
})

export const widgetOrganizations = v.strictObject({
  data: v.array(
    v.strictObject({
      id: says(v.string(), 'Your own id of the organization.'),
      name: says(v.string(), 'As `organization_name` of the session; its id unless told.'),
      current: v.literal(true),
      favicon: v.null(),
    }),
  ),
})
