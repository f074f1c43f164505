/**
 * What the dashboard reads. Tests hold every answer against these schemas; nothing that answers a
 * request imports them. The dashboard takes their types.
 */
import * as v from 'valibot'
import { apiKey, environment, newApiKey } from '../answers/access.ts'
import { listedAccount } from '../answers/connected-account.ts'
import { dataIntegration } from '../answers/data-integration.ts'
import { count, listOf, says, textOrNull, texts, time, timeOrNull } from '../answers/words.ts'
import { CATEGORIES } from '../../providers/definition.ts'
import { ROLES } from './people.ts'

const role = v.picklist(ROLES)
const authMethod = v.picklist(['oauth', 'api_key', 'client_credentials'])

const operator = v.strictObject({
  object: v.literal('operator'),
  id: v.string(),
  name: v.string(),
  role,
  created_at: time,
  last_seen_at: timeOrNull,
})

const session = v.strictObject({
  object: v.literal('operator_session'),
  id: v.string(),
  current: says(v.boolean(), 'The session that asks.'),
  method: v.picklist(['passkey', 'access']),
  created_at: time,
  last_seen_at: time,
  expires_at: says(
    time,
    'Twelve hours after signing in; after an hour without a request it ends before.',
  ),
  ip_address: textOrNull,
  user_agent: textOrNull,
})

/** `GET /operator/session`, and what every way of signing in answers. */
export const operatorState = v.strictObject({
  object: v.literal('operator_state'),
  state: says(
    v.picklist(['set_up', 'signed_out', 'signed_in']),
    '`set_up`: there is no operator yet, and the token of the link makes the first.',
  ),
  sign_in_with: v.array(v.picklist(['passkey', 'access'])),
  operator: v.nullable(operator),
  session: v.nullable(session),
  fresh_until: says(timeOrNull, 'Until then what asks for a fresh sign-in is open.'),
})

/** `POST …/options`: `options` go to `PublicKeyCredential.parse…OptionsFromJSON()`. */
export const ceremony = v.strictObject({
  object: v.literal('passkey_ceremony'),
  challenge_id: says(v.string(), 'Comes back with the credential; once, within five minutes.'),
  options: v.looseObject({ challenge: v.string() }),
})

const passkey = v.strictObject({
  object: v.literal('passkey'),
  id: v.string(),
  name: v.string(),
  synced: says(v.boolean(), 'Kept by a password manager, so it survives the device.'),
  created_at: time,
  last_used_at: timeOrNull,
})

/** `GET /operator/account`. */
export const operatorAccount = v.strictObject({
  object: v.literal('operator_account'),
  operator,
  passkeys: v.array(passkey),
  sessions: v.array(session),
})

export const addedPasskey = passkey

const invitation = v.strictObject({
  object: v.literal('operator_invitation'),
  id: v.string(),
  name: v.string(),
  role,
  created_at: time,
  expires_at: time,
})

/** `GET /operator/operators`. */
export const operatorList = v.strictObject({
  object: v.literal('operators'),
  operators: v.array(operator),
  invitations: says(v.array(invitation), 'Those that are open.'),
})

export const changedOperator = operator

/** `POST /operator/invitations`: the only answer that holds the link. */
export const newInvitation = v.strictObject({ ...invitation.entries, url: v.string() })

const auditEntry = v.strictObject({
  object: v.literal('audit_entry'),
  id: v.string(),
  at: time,
  operator: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  action: says(v.string(), 'For instance `integration.updated`.'),
  environment_id: textOrNull,
  target: says(textOrNull, 'What it was done to: an id or a slug.'),
  details: says(v.record(v.string(), v.unknown()), 'What was changed; never a secret.'),
  ip_address: textOrNull,
  country: textOrNull,
  user_agent: textOrNull,
})

/** `GET /operator/audit`. */
export const auditList = listOf(auditEntry)

const operatorEnvironment = v.strictObject({ ...environment.entries, version: v.string() })

/** `GET /operator/environments`: all of them. */
export const operatorEnvironmentList = v.strictObject({
  object: v.literal('list'),
  data: v.array(operatorEnvironment),
})

export const oneEnvironment = operatorEnvironment

const scopeChoice = v.strictObject({ value: v.string(), description: v.string() })

const configField = v.strictObject({
  key: v.string(),
  label: v.string(),
  required: v.boolean(),
  scope: v.picklist(['integration', 'installation']),
  description: textOrNull,
  example: textOrNull,
  pattern: textOrNull,
  default: textOrNull,
})

const catalogueEntry = v.strictObject({
  object: v.literal('catalogue_entry'),
  slug: v.string(),
  name: v.string(),
  category: v.nullable(v.picklist(CATEGORIES)),
  icon_url: v.string(),
  aliases: says(texts, 'Other names that people look for.'),
  auth_methods: v.array(authMethod),
  sandbox_only: v.boolean(),
})

/** `GET /operator/catalogue`. */
export const catalogue = v.strictObject({
  object: v.literal('list'),
  data: v.array(catalogueEntry),
  categories: texts,
})

/** `GET /operator/environments/{id}/catalogue/{slug}`. */
export const catalogueProvider = v.strictObject({
  ...catalogueEntry.entries,
  docs_url: textOrNull,
  scopes: v.strictObject({
    default: texts,
    available: v.array(scopeChoice),
    required: says(texts, 'Always asked for.'),
    mandatory: says(v.boolean(), 'At least one has to be chosen.'),
  }),
  config_fields: v.array(configField),
  needs_client: says(
    v.boolean(),
    'An OAuth client has to be entered, made in the provider’s console.',
  ),
  needs_client_secret: v.boolean(),
  shared_offered: says(v.boolean(), 'The deployment has a client of its own for it, in a sandbox.'),
  redirect_key: says(
    v.string(),
    'Send it with the new integration: it then has this redirect_uri.',
  ),
  redirect_uri: v.string(),
  set_up: says(
    v.array(v.strictObject({ text: v.string(), url: textOrNull, copy: textOrNull })),
    'Steps for a person; `copy` is a value to paste at the provider.',
  ),
  taken: says(v.array(v.picklist(['user', 'organization'])), 'Roots that are set up already.'),
})

const accountCounts = v.strictObject({ connected: count, needs_reauthorization: count })

const operatorIntegration = v.strictObject({
  ...dataIntegration.entries,
  name: v.string(),
  category: textOrNull,
  icon_url: says(textOrNull, 'None where an operator described the provider.'),
  accounts: says(accountCounts, 'Connections that it has.'),
  version: says(v.string(), 'Comes back as `If-Match` with a change.'),
})

/** `GET …/integrations`. */
export const operatorIntegrationList = listOf(operatorIntegration)
/** `GET`, `POST`, `PUT` of one integration. */
export const oneIntegration = operatorIntegration

/** `GET …/connected_accounts`. */
export const operatorAccountList = listOf(listedAccount)

const timelineEntry = v.strictObject({
  id: v.string(),
  at: time,
  kind: v.picklist([
    'connect_started',
    'connect_failed',
    'connected',
    'refreshed',
    'refresh_failed',
    'reauthorization_needed',
    'grant_given_back',
    'disconnected',
  ]),
  class: says(textOrNull, 'Of a failed refresh, as in `last_error`.'),
  code: says(textOrNull, 'The provider’s word, or ours.'),
  text: says(v.string(), 'What happened, for people.'),
})

/** `GET …/connected_accounts/{id}`, and what the actions answer. */
export const accountPage = v.strictObject({
  object: v.literal('connected_account_page'),
  account: says(
    v.strictObject({
      ...listedAccount.entries,
      state: v.picklist(['connected', 'needs_reauthorization', 'disconnected']),
    }),
    'Without any token.',
  ),
  timeline: says(v.array(timelineEntry), 'The newest first; a hundred at most.'),
})

/** `POST …/connected_accounts/{id}/refresh`. */
export const refreshedAccount = v.strictObject({
  ...accountPage.entries,
  outcome: v.strictObject({
    refreshed: v.boolean(),
    code: says(textOrNull, 'Why not, as vending would answer.'),
    text: v.string(),
  }),
})

/** `GET …/overview`. */
export const overview = v.strictObject({
  object: v.literal('overview'),
  integrations: v.array(
    v.strictObject({
      id: v.string(),
      slug: v.string(),
      ownership: v.picklist(['user', 'organization']),
      name: v.string(),
      icon_url: textOrNull,
      enabled: v.boolean(),
      accounts: accountCounts,
    }),
  ),
  totals: accountCounts,
  days: says(
    v.array(
      v.strictObject({
        day: v.pipe(v.string(), v.isoDate()),
        connected: count,
        reauthorization_needed: count,
        disconnected: count,
        refreshed: count,
        refresh_failed: count,
      }),
    ),
    'The last thirty, the oldest first; days without anything are there, with zeros.',
  ),
  incidents: v.array(
    v.strictObject({
      integration_id: v.string(),
      slug: v.string(),
      kind: v.picklist(['misconfigured', 'unreachable', 'incident']),
      code: v.string(),
      since: timeOrNull,
      text: says(v.string(), 'What is wrong.'),
      remedy: says(v.string(), 'What to do.'),
    }),
  ),
  first_run: v.strictObject({
    has_integration: v.boolean(),
    has_connection: v.boolean(),
    has_token: says(v.boolean(), 'A token has been fetched.'),
  }),
})

/** `GET …/api_keys`, without cursors: an environment has a hundred at most that live. */
export const operatorKeyList = listOf(apiKey)
export const operatorNewKey = newApiKey

export type OperatorState = v.InferOutput<typeof operatorState>
export type Ceremony = v.InferOutput<typeof ceremony>
export type OperatorAccount = v.InferOutput<typeof operatorAccount>
export type OperatorList = v.InferOutput<typeof operatorList>
export type NewInvitation = v.InferOutput<typeof newInvitation>
export type AuditList = v.InferOutput<typeof auditList>
export type OperatorEnvironment = v.InferOutput<typeof operatorEnvironment>
export type OperatorEnvironmentList = v.InferOutput<typeof operatorEnvironmentList>
export type Catalogue = v.InferOutput<typeof catalogue>
export type CatalogueProvider = v.InferOutput<typeof catalogueProvider>
export type OperatorIntegration = v.InferOutput<typeof operatorIntegration>
export type OperatorIntegrationList = v.InferOutput<typeof operatorIntegrationList>
export type OperatorAccountList = v.InferOutput<typeof operatorAccountList>
export type AccountPage = v.InferOutput<typeof accountPage>
export type RefreshedAccount = v.InferOutput<typeof refreshedAccount>
export type Overview = v.InferOutput<typeof overview>
export type OperatorKeyList = v.InferOutput<typeof operatorKeyList>
export type OperatorNewKey = v.InferOutput<typeof operatorNewKey>
