/** Environments, the catalogue, and providers that are set up. */
import * as v from 'valibot'
import { environment } from '../../answers/access.ts'
import { dataIntegration } from '../../answers/data-integration.ts'
import { count, listOf, says, textOrNull, texts, time } from '../../answers/words.ts'

const authMethod = v.picklist(['oauth', 'api_key', 'client_credentials'])

const operatorEnvironment = v.strictObject({ ...environment.entries, version: v.string() })

/** `GET /operator/environments`: all of them. */
const operatorEnvironmentList = v.strictObject({
  object: v.literal('list'),
  data: v.array(operatorEnvironment),
})

const oneEnvironment = operatorEnvironment

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
  category: textOrNull,
  icon_url: says(textOrNull, 'Of this origin; null: there is none.'),
  aliases: says(texts, 'Other names that people look for.'),
  auth_methods: v.array(authMethod),
  sandbox_only: v.boolean(),
})

/** `GET /operator/catalogue`. */
const catalogue = v.strictObject({
  object: v.literal('list'),
  data: v.array(catalogueEntry),
  categories: texts,
})

/** `GET /operator/environments/{id}/catalogue/{slug}`. */
const catalogueProvider = v.strictObject({
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

export const accountCounts = v.strictObject({ connected: count, needs_reauthorization: count })

const operatorIntegration = v.strictObject({
  ...dataIntegration.entries,
  name: v.string(),
  category: textOrNull,
  icon_url: says(textOrNull, 'Of this origin; null: there is none.'),
  aliases: says(texts, 'Other names that people look for.'),
  accounts: says(accountCounts, 'Connections that it has.'),
  version: says(v.string(), 'Comes back as `If-Match` with a change.'),
})

/** `GET …/integrations`. */
const operatorIntegrationList = listOf(operatorIntegration)
/** `GET`, `POST`, `PUT` of one integration. */
const oneIntegration = operatorIntegration

/** `GET …/organization_overrides`. */
const organizationOverrideList = listOf(
  v.strictObject({
    object: v.literal('organization_override'),
    id: v.string(),
    organization_id: v.string(),
    provider_slug: v.string(),
    ownership: v.picklist(['user', 'organization']),
    name: says(v.string(), 'The provider’s.'),
    icon_url: textOrNull,
    enabled: says(v.nullable(v.boolean()), 'The organization’s word; null: it has said none.'),
    provider_enabled: says(v.boolean(), 'The developer’s word, which wins when it is no.'),
    scopes: says(v.nullable(texts), 'What it has chosen; null: as the provider has them.'),
    client: says(
      v.nullable(v.strictObject({ client_id: v.string(), client_secret_last_four: textOrNull })),
      'Its own OAuth client.',
    ),
    client_missing: says(
      v.boolean(),
      'It has to bring one, and has not: nobody of it can connect.',
    ),
    config: says(v.record(v.string(), v.string()), 'Values of its own; none is secret.'),
    created_at: time,
    updated_at: time,
  }),
)

/** `POST …/integrations/copy`. */
const copiedIntegrations = v.strictObject({
  copied: says(texts, 'Slugs; switched off until their client has its secret.'),
  skipped: v.array(v.strictObject({ slug: v.string(), code: v.string() })),
})

/** `POST …/discover`: fields of a `custom_provider`, to be looked at. */
const discoveredProvider = v.strictObject({
  object: v.literal('discovered_provider'),
  issuer: v.string(),
  authorization_url: textOrNull,
  token_url: textOrNull,
  revocation_url: textOrNull,
  userinfo_url: textOrNull,
  scopes: says(texts, 'What the server says it knows; often not all.'),
  pkce_enabled: v.boolean(),
  authenticate_via: v.picklist(['request_body', 'basic_auth_header']),
  client_secret_required: v.boolean(),
})

/** `POST …/check-issuer`: keys that could verify a token now. */
const issuerCheck = v.strictObject({
  object: v.literal('issuer_check'),
  issuer: v.string(),
  jwks_uri: v.string(),
  keys: v.array(v.strictObject({ kid: textOrNull, algorithms: texts })),
})

/** `POST …/exports/…`: where the file is, for a minute. */
const exportedFile = v.strictObject({ object: v.literal('export'), url: v.string() })

export const PROVIDER_ANSWERS = {
  issuerCheck,
  exportedFile,
  operatorEnvironmentList,
  oneEnvironment,
  catalogue,
  catalogueProvider,
  operatorIntegrationList,
  oneIntegration,
  discoveredProvider,
  copiedIntegrations,
  organizationOverrideList,
} as const
