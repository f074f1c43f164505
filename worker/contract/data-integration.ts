/** `/data-integrations`: what an operator sends (contract 2.1). An unknown field is refused. */
import * as v from 'valibot'
import { pageEntries } from './page.ts'
import { scopeList } from './scopes.ts'

const text = (limit: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )
const flag = v.boolean('must be true or false')
const url = text(2048)

export const customProvider = v.strictObject({
  name: text(100),
  authorization_url: url,
  token_url: url,
  refresh_token_url: v.nullish(url),
  pkce_enabled: v.optional(flag),
  request_scope_separator: v.optional(v.pipe(v.string('must be a string'), v.maxLength(3))),
  scopes_required: v.optional(flag),
  client_secret_required: v.optional(flag),
  additional_authorization_parameters: v.optional(
    v.record(text(100), v.pipe(v.string('must be a string'), v.maxLength(1000))),
  ),
  token_body_content_type: v.optional(
    v.picklist(['application/x-www-form-urlencoded', 'application/json']),
  ),
  authenticate_via: v.optional(v.picklist(['request_body', 'basic_auth_header'])),
  // Beyond the contract.
  issuer: v.optional(url),
  revocation_url: v.optional(url),
  userinfo_url: v.optional(url),
})

const credentials = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('shared') }),
    v.strictObject({
      type: v.literal('custom'),
      client_id: text(512),
      client_secret: v.optional(text(4096)),
    }),
  ],
  'must have the type shared or custom',
)

const scopes = v.nullish(scopeList)
const description = v.nullish(v.pipe(v.string('must be a string'), v.maxLength(500)))
const oauthOnly = v.optional(v.tuple([v.literal('oauth', 'must be oauth')], 'must be ["oauth"]'))

export const ownership = v.picklist(['user', 'organization'], 'must be user or organization')

export const createDataIntegration = v.strictObject({
  provider: text(64),
  ownership: v.optional(ownership),
  description,
  enabled: v.optional(flag),
  scopes,
  auth_methods: oauthOnly,
  config: v.optional(v.strictObject({})),
  credentials,
  custom_provider: v.optional(customProvider),
})

export const updateDataIntegration = v.strictObject({
  description,
  enabled: v.optional(flag),
  scopes,
  config: v.optional(v.strictObject({})),
  credentials: v.optional(credentials),
  custom_provider: v.optional(customProvider),
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
