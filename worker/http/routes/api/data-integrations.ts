/** Configuration of providers (contract 2.1). */
import { Hono } from 'hono'
import {
  createDataIntegration,
  listDataIntegrationsQuery,
  updateDataIntegration as updateBody,
  type CredentialsBody,
  type CustomProviderBody,
} from '../../../contract/data-integration.ts'
import type { CustomProviderSettings } from '../../../use-cases/data-integrations/custom-provider-settings.ts'
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
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentIntegration } from '../../present/data-integration.ts'

export const dataIntegrations = new Hono<AppEnv>()

dataIntegrations.post('/', needs('config:write'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, createDataIntegration)
  note(c, { slug: body.provider })
  const root = { slug: body.provider, ownership: body.ownership ?? 'user' } as const
  const created = await createIntegration(deps, backend.environment, root, {
    description: body.description,
    enabled: body.enabled,
    scopes: body.scopes,
    credentials: toCredentials(body.credentials),
    custom: toCustom(body.custom_provider),
  })
  if (!created.ok) throw toApiError(created.failure)
  return c.json(presentIntegration(deps, created.value), 201)
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
  const rootOf = (c: AppContext) => ({ slug: c.req.param('slug') ?? '', ownership })

  dataIntegrations.get(path, needs('config:read'), async (c) => {
    const { deps, backend } = c.var
    const found = await readIntegration(deps, backend.environment.id, rootOf(c))
    if (!found.ok) throw toApiError(found.failure)
    return c.json(presentIntegration(deps, found.value))
  })

  dataIntegrations.put(path, needs('config:write'), async (c) => {
    const { deps, backend } = c.var
    const body = await parseBody(c, updateBody)
    const updated = await updateDataIntegration(deps, backend.environment, rootOf(c), {
      description: body.description,
      enabled: body.enabled,
      scopes: body.scopes,
      credentials: body.credentials === undefined ? undefined : toCredentials(body.credentials),
      custom: toCustom(body.custom_provider),
    })
    if (!updated.ok) throw toApiError(updated.failure)
    return c.json(presentIntegration(deps, updated.value))
  })

  dataIntegrations.delete(path, needs('config:write'), async (c) => {
    const { deps, backend } = c.var
    const deleted = await deleteIntegration(deps, backend.environment, rootOf(c))
    if (!deleted.ok) throw toApiError(deleted.failure)
    return c.body(null, 204)
  })
}

const toCredentials = (body: CredentialsBody): Credentials =>
  body.type === 'shared'
    ? { type: 'shared' }
    : { type: 'custom', clientId: body.client_id, clientSecret: body.client_secret ?? null }

function toCustom(body: CustomProviderBody | undefined): CustomProviderSettings | undefined {
  if (body === undefined) return undefined
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
    },
  }
}
