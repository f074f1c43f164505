/** A provider that somebody describes, from the wire's words to the code's. */
import type { CustomOAuthBody } from '../contract/custom-oauth.ts'
import type { ConfigFieldBody, CustomProviderBody } from '../contract/data-integration.ts'
import { codeName, withNames, type InCode } from '../kit/wire-names.ts'
import type { CustomOAuth, CustomProviderInput } from '../providers/custom-provider.ts'
import type { ConfigField } from '../providers/definition.ts'

/** @param body as its schema has judged it */
export function customSettings(body: CustomProviderBody): {
  readonly source: Readonly<Record<string, unknown>>
  readonly input: Omit<CustomProviderInput, 'slug'>
} {
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
      issuer: body.issuer ?? undefined,
      revocationUrl: body.revocation_url ?? undefined,
      userinfoUrl: body.userinfo_url ?? undefined,
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
  'config',
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
