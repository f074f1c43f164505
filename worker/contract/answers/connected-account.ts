import * as v from 'valibot'
import { added, listOf, named, says, textOrNull, texts, time, timeOrNull } from './words.ts'

export const authMethod = v.picklist(['oauth', 'api_key', 'client_credentials'])
export const legacyOwnership = v.picklist(['userland_user', 'organization'])

const account = v.strictObject({
  object: v.literal('connected_account'),
  id: says(
    v.string(),
    'Begins with `data_installation_`. Connecting again keeps it; after a disconnect there is a new one.',
  ),
  connection_role: says(
    v.picklist(['compatibility', 'standard']),
    'The first connection of an owner is `compatibility`: the one that callers see who know of only one.',
  ),
  account_identifier: says(
    textOrNull,
    'The account at the provider, as far as it tells. No selector.',
  ),
  account_display_name: says(textOrNull, 'A name for people; not unique.'),
  nickname: added(textOrNull, 'What its owner calls it; null: as the provider does.'),
  preferred: added(
    v.boolean(),
    'Its owner chose it among several: a token is of this one where the request names none.',
  ),
  user_id: says(textOrNull, 'Whose connection it is; null when an organization owns it.'),
  organization_id: says(
    textOrNull,
    'The owner, or the organization within which the user connected.',
  ),
  scopes: says(texts, 'What the user granted.'),
  auth_method: authMethod,
  api_key_last_4: says(textOrNull, 'Of a connection by API key.'),
  client_id: says(textOrNull, 'Of a connection by client credentials.'),
  client_secret_last_4: says(textOrNull, 'Of a connection by client credentials.'),
  config: says(
    v.record(v.string(), v.string()),
    'Values of the provider’s config fields; no secret ones.',
  ),
  state: says(
    v.picklist(['connected', 'needs_reauthorization']),
    '`needs_reauthorization`: the grant is over, and the user has to connect again.',
  ),
  last_used_at: added(timeOrNull, 'When a token was asked for, to the hour.'),
  last_refreshed_at: added(timeOrNull, 'When the token was refreshed last.'),
  last_error: added(
    v.nullable(
      v.strictObject({
        code: says(v.string(), 'The provider’s own word, or ours.'),
        class: says(
          v.string(),
          'What it means: `retry`, `configuration`, `needs_reauthorization`, `suspect` or `unknown_outcome`.',
        ),
        at: time,
      }),
    ),
    'Why the last refresh failed; null after one that worked.',
  ),
  needs_user_at: added(
    timeOrNull,
    'When the user will have to come again, as far as the provider’s rules tell.',
  ),
  needs_user_reason: added(
    textOrNull,
    'Why, for instance `refresh_token_expires` or `idle_limit`.',
  ),
  created_at: time,
  updated_at: time,
})

export const connectedAccount = named(
  'ConnectedAccount',
  'A connection of one owner to one provider. It holds no token.',
  account,
)

/** Where accounts of many providers stand together. */
export const listedAccount = named(
  'ListedAccount',
  'A connected account, with the integration that it belongs to.',
  v.strictObject({
    ...account.entries,
    data_integration_id: v.string(),
    provider_slug: v.string(),
  }),
)

export const listedAccountList = listOf(listedAccount)

const shownToManagers = [
  'object',
  'id',
  'user_id',
  'organization_id',
  'account_identifier',
  'account_display_name',
  'auth_method',
  'state',
  'last_used_at',
  'created_at',
] as const

export const memberAccountList = listOf(
  named(
    'MemberAccount',
    'What a member of an organization has connected, as its administrators see it.',
    v.pick(account, shownToManagers),
  ),
)

/** With the camel-case twins that the published React widgets know. */
const installed = v.strictObject({
  ...account.entries,
  userlandUserId: says(textOrNull, 'As `user_id`.'),
  organizationId: says(textOrNull, 'As `organization_id`.'),
  createdAt: time,
  updatedAt: time,
})

export const installation = named(
  'Installation',
  'A connected account as the widget reads it.',
  installed,
)

export const widgetAccount = named(
  'WidgetAccount',
  'A connected account in a row of the widget.',
  v.strictObject({
    ...installed.entries,
    missing_scopes: added(
      texts,
      'What is asked for now and was not granted: reconnecting asks for it.',
    ),
    picture_url: added(
      textOrNull,
      'The account’s picture as it was when it was connected, at this Worker: a moment after, and null where there is none.',
    ),
  }),
)

const dataProvider = named(
  'DataProvider',
  'An enabled integration, and what its owner has connected.',
  v.strictObject({
    object: v.literal('data_provider'),
    id: says(v.string(), 'The id of the data integration.'),
    name: says(v.string(), 'For people.'),
    description: textOrNull,
    slug: v.string(),
    integration_type: says(v.string(), 'The slug of the catalogue, or `custom`.'),
    credentials_type: v.string(),
    scopes: says(v.nullable(texts), 'What is requested; null: the provider’s defaults.'),
    auth_methods: v.array(authMethod),
    connection_owner: v.picklist(['user', 'organization']),
    ownership: says(legacyOwnership, 'The older name of `connection_owner`.'),
    created_at: time,
    updated_at: time,
    integrationType: says(v.string(), 'As `integration_type`.'),
    credentialsType: says(v.string(), 'As `credentials_type`.'),
    createdAt: time,
    updatedAt: time,
    connected_account: says(
      v.nullable(connectedAccount),
      'The owner’s connection; null when there is none.',
    ),
    connected_accounts: says(v.array(connectedAccount), 'All of them.'),
  }),
)

export const dataProviderList = listOf(dataProvider)
