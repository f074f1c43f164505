/** A data integration as the wire has it, to what the use cases take. */
import {
  wholeDefinition,
  type CreateBody,
  type CredentialsBody,
  type UpdateBody,
} from '../contract/data-integration.ts'
import type { CustomProviderSettings } from '../use-cases/data-integrations/custom-provider-settings.ts'
import type { Credentials } from '../use-cases/data-integrations/plan-client.ts'
import type { IntegrationInput } from '../use-cases/data-integrations/integration-input.ts'
import { customSettings } from './custom-provider-body.ts'
import { parseShape } from './parse.ts'

export const toNewIntegration = (body: CreateBody): IntegrationInput => ({
  description: body.description,
  enabled: body.enabled,
  scopes: body.scopes,
  authMethods: body.auth_methods,
  config: body.config,
  credentials: toCredentials(body.credentials),
  custom: body.custom_provider === undefined ? undefined : customSettings(body.custom_provider),
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
  customSettings(parseShape(wholeDefinition, { custom_provider: source }).custom_provider)

/** The definition as it is stored, with what changes; judged as a whole. */
const changesOf = (body: UpdateBody['custom_provider']) =>
  body === undefined
    ? undefined
    : (stored: Readonly<Record<string, unknown>>): CustomProviderSettings =>
        toCustomProvider({ ...stored, ...body })
