/** Configuration of providers (contract 2.1). */
import { Hono } from 'hono'
import {
  createDataIntegration,
  listDataIntegrationsQuery,
  updateDataIntegration as updateBody,
  wholeDefinition,
  type ApiKeyBody,
  type ConfigFieldBody,
  type CreateBody,
  type CredentialsBody,
  type CustomProviderBody,
  type UpdateBody,
} from '../../../contract/data-integration.ts'
import type { ConnectedAccount, IntegrationRoot } from '../../../domain/integration.ts'
import { Secret } from '../../../kit/secret.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import type { ConfigField } from '../../../providers/definition.ts'
import { secretPlace, type SecretTarget } from '../../../use-cases/accounts/secret-place.ts'
import { connectByKey } from '../../../use-cases/accounts/connect-by-key.ts'
import type { CustomProviderSettings } from '../../../use-cases/data-integrations/custom-provider-settings.ts'
import { checkIntegration } from '../../../use-cases/data-integrations/check-integration.ts'
import { deleteIntegration } from '../../../use-cases/data-integrations/delete-integration.ts'
import {
  listIntegrations,
  readIntegration,
} from '../../../use-cases/data-integrations/read-integrations.ts'
import type { Credentials } from '../../../use-cases/data-integrations/plan-client.ts'
import {
  createIntegration,
  updateDataIntegration,
  type IntegrationView,
} from '../../../use-cases/data-integrations/write-integration.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { toApiError } from '../../failures.ts'
import { field as ofField } from '../../failures/words.ts'
import { ownerOfBody } from '../../owner-of.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery, parseShape } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentCheck } from '../../present/integration-check.ts'
import { presentIntegration } from '../../present/data-integration.ts'

export const dataIntegrations = new Hono<AppEnv>()

dataIntegrations.post('/', needs('config:write'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, createDataIntegration)
  const slug = canonicalSlug(body.provider)
  note(c, { slug })
  const root = { slug, ownership: body.ownership ?? 'user' } as const
  demandKeyMethod(body)
  const created = await createIntegration(deps, backend.environment, root, {
    description: body.description,
    enabled: body.enabled,
    scopes: body.scopes,
    authMethods: body.auth_methods,
    config: body.config,
    credentials: toCredentials(body.credentials),
    custom: toCustom(body.custom_provider),
  })
  if (!created.ok) throw toApiError(created.failure)
  const installed = await installKey(c, root, body.api_key)
  return c.json(presentIntegration(deps, created.value, installed), 201)
})

dataIntegrations.get('/', needs('config:read'), async (c) => {
  const { deps, backend } = c.var
  const list = [backend.environment.id, 'data_integrations']
  const query = parseQuery(c, listDataIntegrationsQuery)
  const filter = { ownership: query.ownership, credentialsType: query.credentials_type }
  const page = await pageOf(c, list, query)
  const found = await listIntegrations(deps, backend.environment.id, filter, page)
  const present = (view: IntegrationView) => presentIntegration(deps, view)
  return c.json(await presentPage(c, list, query, found, present))
})

/** The two roots of a provider: users' connections, and those that an organization shares. */
for (const [path, ownership] of [
  ['/:slug', 'user'],
  ['/:slug/organization', 'organization'],
] as const) {
  const rootOf = (c: AppContext) => ({ slug: slugOf(c), ownership })

  dataIntegrations.get(path, needs('config:read'), async (c) => {
    const { deps, backend } = c.var
    const found = await readIntegration(deps, backend.environment.id, rootOf(c))
    if (!found.ok) throw toApiError(found.failure)
    return c.json(presentIntegration(deps, found.value))
  })

  dataIntegrations.put(path, needs('config:write'), async (c) => {
    const { deps, backend } = c.var
    const body = await parseBody(c, updateBody)
    if (body.api_key !== undefined) await demandPlace(c, rootOf(c), body.api_key)
    const updated = await updateDataIntegration(deps, backend.environment, rootOf(c), {
      description: body.description,
      enabled: body.enabled,
      scopes: body.scopes,
      config: body.config,
      credentials: toCredentials(body.credentials),
      custom: changesOf(body.custom_provider),
    })
    if (!updated.ok) throw toApiError(updated.failure)
    const installed = await installKey(c, rootOf(c), body.api_key)
    return c.json(presentIntegration(deps, updated.value, installed))
  })

  dataIntegrations.post(`${path}/check`, needs('config:write'), async (c) => {
    const { deps, backend } = c.var
    const checked = await checkIntegration(deps, backend.environment, rootOf(c))
    if (!checked.ok) throw toApiError(checked.failure)
    return c.json(presentCheck(checked.value))
  })

  dataIntegrations.delete(path, needs('config:write'), async (c) => {
    const { deps, backend } = c.var
    const deleted = await deleteIntegration(deps, backend.environment, rootOf(c))
    if (!deleted.ok) throw toApiError(deleted.failure)
    return c.body(null, 204)
  })
}

function demandKeyMethod({ auth_methods, api_key }: CreateBody): void {
  if (api_key === undefined || auth_methods?.includes('api_key') === true) return
  throw ofField(
    'api_key',
    'api_key_not_applicable',
    'An API key can be installed only with "auth_methods": ["api_key"].',
  )
}

/** Before the integration is changed: what its tenant's key would be refused for. */
async function demandPlace(c: AppContext, root: IntegrationRoot, body: ApiKeyBody): Promise<void> {
  const place = await secretPlace(c.var.deps, tenantOf(c, root, body), 'api_key')
  if (!place.ok) throw toApiError(place.failure)
}

const tenantOf = (
  c: AppContext,
  { slug, ownership }: IntegrationRoot,
  body: ApiKeyBody,
): SecretTarget => ({
  environment: c.var.backend.environment,
  slug,
  owner: ownerOfBody({ ...body, connection_owner: ownership }),
  mustExist: false,
  // Whoever sets it up may do so before it is switched on.
  mayBeDisabled: true,
})

/** Connects the tenant that comes with an integration. */
async function installKey(
  c: AppContext,
  root: IntegrationRoot,
  body: ApiKeyBody | undefined,
): Promise<ConnectedAccount | null> {
  if (body === undefined) return null
  const target = tenantOf(c, root, body)
  const connected = await connectByKey(c.var.deps, target, new Secret(body.secret))
  if (!connected.ok) throw toApiError(connected.failure)
  return connected.value
}

function toCredentials(body: CredentialsBody | undefined): Credentials | undefined {
  if (body?.type !== 'custom') return body
  const { type, client_id: clientId, client_secret: secret } = body
  return { type, clientId, clientSecret: secret ?? null }
}

/** The definition as it is stored, with what changes; judged as a whole. */
const changesOf = (body: UpdateBody['custom_provider']) =>
  body === undefined
    ? undefined
    : (stored: Readonly<Record<string, unknown>>): CustomProviderSettings =>
        settingsOf(
          parseShape(wholeDefinition, { custom_provider: { ...stored, ...body } }).custom_provider,
        )

const toCustom = (body: CustomProviderBody | undefined): CustomProviderSettings | undefined =>
  body === undefined ? undefined : settingsOf(body)

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
