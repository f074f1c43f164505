/** `/data-integrations`: what an operator sends (contract 2.1). An unknown field is refused. */
import * as v from 'valibot'
import { CATEGORIES } from '../domain/category.ts'
import { configField, configValues } from './config.ts'
import { customOAuth } from './custom-oauth.ts'
import { externalId, optionalId } from './identifiers.ts'
import { pageEntries } from './page.ts'
import { everyNameCounts, notAList } from './plain-object.ts'
import { scopeList } from './scopes.ts'
import { apiKeySecret } from './secret-connection.ts'

const text = (limit: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )
const flag = v.boolean('must be true or false')
const url = text(2048)

const customProviderFields = v.strictObject({
  name: text(100),
  authorization_url: v.optional(url),
  token_url: v.optional(url),
  refresh_token_url: v.nullish(url),
  pkce_enabled: v.optional(flag),
  request_scope_separator: v.optional(
    v.pipe(v.string('must be a string'), v.nonEmpty('must not be empty'), v.maxLength(3)),
  ),
  scopes_required: v.optional(flag),
  client_secret_required: v.optional(flag),
  additional_authorization_parameters: v.optional(
    v.pipe(
      everyNameCounts,
      v.record(text(100), v.pipe(v.string('must be a string'), v.maxLength(1000))),
    ),
  ),
  token_body_content_type: v.optional(
    v.picklist(['application/x-www-form-urlencoded', 'application/json']),
  ),
  authenticate_via: v.optional(v.picklist(['request_body', 'basic_auth_header'])),
  // Beyond the contract.
  issuer: v.nullish(url),
  revocation_url: v.nullish(url),
  userinfo_url: v.nullish(url),
  config_fields: v.optional(
    v.pipe(
      v.array(configField, 'must be a list of fields'),
      v.maxLength(20, 'must have at most 20 fields'),
      v.check(
        (fields) => new Set(fields.map(({ key }) => key)).size === fields.length,
        'must not name a key twice',
      ),
    ),
  ),
  docs_url: v.nullish(url),
  category: v.nullish(
    v.picklist(CATEGORIES, 'must be a category of the catalogue, such as crm or productivity'),
  ),
  aliases: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          text(64),
          v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens'),
        ),
        'must be a list of names',
      ),
      v.maxLength(10, 'must have at most 10 names'),
    ),
  ),
  oauth: v.nullish(customOAuth),
})

/** Quirks of what the definition does not have would be lost without a word. */
const customProvider = v.pipe(
  customProviderFields,
  v.forward(
    v.check((one) => one.oauth == null || one.token_url !== undefined, 'needs token_url'),
    ['oauth'],
  ),
  v.forward(
    v.check(
      (one) => one.oauth?.revocation === undefined || one.revocation_url != null,
      'its revocation needs revocation_url',
    ),
    ['oauth'],
  ),
  v.forward(
    v.check(({ oauth, userinfo_url: address }) => {
      const { id_paths: ids, label_paths: labels } = oauth?.userinfo ?? {}
      const isComplete = address != null || (ids !== undefined && labels !== undefined)
      return oauth?.userinfo === undefined || isComplete
    }, 'its userinfo needs userinfo_url, or id_paths and label_paths'),
    ['oauth'],
  ),
  v.forward(
    v.check(({ oauth, config_fields: fields = [] }) => {
      const told = Object.keys(oauth?.callback?.config ?? {})
      return told.every((key) => fields.some((field) => field.key === key))
    }, 'its callback.config names no field of config_fields'),
    ['oauth'],
  ),
  v.forward(
    v.check(
      (one) => one.oauth?.callback_issuer !== 'required' || one.issuer != null,
      'its callback_issuer needs issuer',
    ),
    ['oauth'],
  ),
)

/** A definition as it is after a change. */
export const wholeDefinition = v.object({ custom_provider: customProvider })

/** What changes of a definition; the rest stays. */
const changedCustomProvider = v.pipe(
  notAList,
  v.strictObject({ ...v.partial(customProviderFields).entries }),
)

const credentials = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('shared') }),
    // Each organization brings its own client: PUT /organizations/{org}/data_integration_configurations.
    v.strictObject({ type: v.literal('organization') }),
    v.strictObject({
      type: v.literal('custom'),
      client_id: text(512),
      client_secret: v.optional(text(4096)),
    }),
  ],
  'must have the type custom, organization or shared',
)

const scopes = v.nullish(scopeList)
const description = v.nullish(v.pipe(v.string('must be a string'), v.maxLength(500)))
const authMethods = v.optional(
  v.pipe(
    v.array(
      v.picklist(
        ['oauth', 'api_key', 'client_credentials'],
        'must be oauth, api_key or client_credentials',
      ),
    ),
    v.minLength(1, 'must name a method'),
    v.maxLength(3, 'must have at most 3 methods'),
  ),
)
/** The first tenant of an API key integration. */
const firstApiKey = v.optional(
  v.strictObject({
    secret: apiKeySecret,
    config: v.optional(configValues),
    user_id: externalId,
    organization_id: optionalId,
  }),
)

export const ownership = v.picklist(['user', 'organization'], 'must be user or organization')

export const createDataIntegration = v.strictObject({
  provider: text(64),
  ownership: v.optional(ownership),
  description,
  enabled: v.optional(flag),
  scopes,
  auth_methods: authMethods,
  config: v.optional(configValues),
  credentials: v.optional(credentials),
  api_key: firstApiKey,
  custom_provider: v.optional(customProvider),
})

export const updateDataIntegration = v.strictObject({
  description,
  enabled: v.optional(flag),
  scopes,
  config: v.optional(configValues),
  credentials: v.optional(credentials),
  api_key: firstApiKey,
  custom_provider: v.optional(changedCustomProvider),
})

export const listDataIntegrationsQuery = v.object({
  ...pageEntries,
  ownership: v.optional(ownership),
  /** As in the contract, shared credentials are listed only when asked for. */
  credentials_type: v.optional(
    v.picklist(['custom', 'organization', 'shared'], 'must be custom, organization or shared'),
  ),
})

export type CustomProviderBody = v.InferOutput<typeof customProvider>
export type CredentialsBody = v.InferOutput<typeof credentials>
export type ConfigFieldBody = v.InferOutput<typeof configField>
export type ApiKeyBody = NonNullable<v.InferOutput<typeof firstApiKey>>
export type CreateBody = v.InferOutput<typeof createDataIntegration>
export type UpdateBody = v.InferOutput<typeof updateDataIntegration>
