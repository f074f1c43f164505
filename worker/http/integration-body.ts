/** A data integration as the wire has it, to what the use cases take. */
import {
  wholeDefinition,
  type ConfigFieldBody,
  type CreateBody,
  type CredentialsBody,
  type CustomProviderBody,
  type UpdateBody,
} from '../contract/data-integration.ts'
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
    },
  }
}

const toConfigField = ({ pattern_flags, required, ...field }: ConfigFieldBody): ConfigField =>
  withoutAbsent({ ...field, required: required ?? true, patternFlags: pattern_flags })

const withoutAbsent = (field: { [K in keyof ConfigField]: ConfigField[K] | undefined }) =>
  JSON.parse(JSON.stringify(field)) as ConfigField
