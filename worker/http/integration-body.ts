/** A data integration as the wire has it, to what the use cases take. */
import type { CustomOAuthBody } from '../contract/custom-oauth.ts'
import {
  wholeDefinition,
  type ConfigFieldBody,
  type CreateBody,
  type CredentialsBody,
  type CustomProviderBody,
  type UpdateBody,
} from '../contract/data-integration.ts'
import { codeName, withNames, type InCode } from '../kit/wire-names.ts'
import type { CustomOAuth } from '../providers/custom-provider.ts'
import type { ConfigField } from '../providers/definition.ts'
import type { CustomProviderSettings } from '../use-cases/data-integrations/custom-provider-settings.ts'
import type { Credentials } from '../use-cases/data-integrations/plan-client.ts'
import type { IntegrationInput } from '../use-cases/data-integrations/integration-input.ts'
import { parseShape } from './parse.ts'

export const toNewIntegration = (body: CreateBody): IntegrationInput => ({
  description: body.description,
  enabled: body.enabled,
  scopes: body.scopes,
  authMethods: body.auth_methods,
  config: body.config,
  credentials: toCredentials(body.credentials),
  custom: body.custom_provider === undefined ? undefined : settingsOf(body.custom_provider),
})

export const toChange = (body: UpdateBody): IntegrationInput => ({
  description: body.description,
  enabled: body.enabled,
  scopes: body.scopes,
  config: body.config,
  credentials: toCredentials(body.credentials),
  custom: changesOf(body.custom_provider),
})

function toCredentials(body: CredentialsBody | undefined): Credentials | undefined {
  if (body?.type !== 'custom') return body
  const { type, client_id: clientId, client_secret: secret } = body
  return { type, clientId, clientSecret: secret ?? null }
}

/** A definition as its operator gave it once, read again. */
export const toCustomProvider = (
  source: Readonly<Record<string, unknown>>,
): CustomProviderSettings =>
  settingsOf(parseShape(wholeDefinition, { custom_provider: source }).custom_provider)

/** The definition as it is stored, with what changes; judged as a whole. */
const changesOf = (body: UpdateBody['custom_provider']) =>
  body === undefined
    ? undefined
    : (stored: Readonly<Record<string, unknown>>): CustomProviderSettings =>
        toCustomProvider({ ...stored, ...body })

function settingsOf(body: CustomProviderBody): CustomProviderSettings {
  return {
    source: { ...body },
    input: {
      name: body.name,
      authorizationUrl: body.authorization_url,
      tokenUrl: body.token_url,
      refreshTokenUrl: body.refresh_token_url,
      pkceEnabled: body.pkce_enabled,
      requestScopeSeparator: body.request_scope_separator,
      scopesRequired: body.scopes_required,
      clientSecretRequired: body.client_secret_required,
      additionalAuthorizationParameters: body.additional_authorization_parameters,
      tokenBodyContentType: body.token_body_content_type,
      authenticateVia: body.authenticate_via,
      issuer: body.issuer,
      revocationUrl: body.revocation_url,
      userinfoUrl: body.userinfo_url,
      configFields: body.config_fields?.map(toConfigField),
      docsUrl: body.docs_url ?? undefined,
      category: body.category ?? undefined,
      aliases: body.aliases,
      oauth: body.oauth == null ? undefined : toOAuth(body.oauth),
    },
  }
}

/** Of `oauth`: what holds names that a provider chose, not we. */
export const NAMED_BY_PROVIDER = [
  'aliases',
  'authorization_rename',
  'error_map',
  'headers',
  'implies',
  'members',
  'params',
  'refresh_params',
  'rename',
] as const
type NamedByProvider = (typeof NAMED_BY_PROVIDER)[number]

/** The same data under the names of `definition.ts`; JSON has nothing that is there and undefined. */
const toOAuth = (body: CustomOAuthBody): CustomOAuth =>
  withNames(body, codeName, new Set(NAMED_BY_PROVIDER)) as Defined<
    InCode<CustomOAuthBody, NamedByProvider>
  >

type Defined<Value> = Value extends object
  ? { [Name in keyof Value]: Defined<Exclude<Value[Name], undefined>> }
  : Value

const toConfigField = ({ pattern_flags, required, ...field }: ConfigFieldBody): ConfigField =>
  withoutAbsent({ ...field, required: required ?? true, patternFlags: pattern_flags })

const withoutAbsent = (field: { [K in keyof ConfigField]: ConfigField[K] | undefined }) =>
  JSON.parse(JSON.stringify(field)) as ConfigField
