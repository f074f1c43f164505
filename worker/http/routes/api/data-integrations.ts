/** Configuration of providers (contract 2.1). */
import { Hono } from 'hono'
import {
  createDataIntegration,
  listDataIntegrationsQuery,
  updateDataIntegration as updateBody,
} from '../../../contract/data-integration.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { checkIntegration } from '../../../use-cases/data-integrations/check-integration.ts'
import type { IntegrationView } from '../../../use-cases/data-integrations/integration-input.ts'
import { deleteIntegration } from '../../../use-cases/data-integrations/delete-integration.ts'
import {
  listIntegrations,
  readIntegration,
} from '../../../use-cases/data-integrations/read-integrations.ts'
import {
  createIntegration,
  updateDataIntegration,
} from '../../../use-cases/data-integrations/write-integration.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { toApiError } from '../../failures.ts'
import { demandKeyMethod, demandPlace, installKey } from '../../first-key.ts'
import { toChange, toNewIntegration } from '../../integration-body.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
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
  const input = toNewIntegration(body)
  const created = await createIntegration(deps, backend.environment, root, input)
  if (!created.ok) throw toApiError(created.failure)
  const installed = await installKey(deps, backend.environment, root, body.api_key)
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
    if (body.api_key !== undefined)
      await demandPlace(deps, backend.environment, rootOf(c), body.api_key)
    const input = toChange(body)
    const updated = await updateDataIntegration(deps, backend.environment, rootOf(c), input)
    if (!updated.ok) throw toApiError(updated.failure)
    const installed = await installKey(deps, backend.environment, rootOf(c), body.api_key)
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
