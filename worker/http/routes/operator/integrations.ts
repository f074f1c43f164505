/** Providers of an environment in the dashboard: the API's own verbs, with versions, counts and an audit. */
import { Hono } from 'hono'
import {
  listDataIntegrationsQuery,
  updateDataIntegration as updateBody,
} from '../../../contract/data-integration.ts'
import { createIntegrationRequest } from '../../../contract/operator/environments.ts'
import { nothing } from '../../../contract/operator/sign-in.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { connectionCountsOf } from '../../../storage/counters.ts'
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
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { demandKeyMethod, demandPlace, installKey } from '../../first-key.ts'
import { ifMatch } from '../../if-match.ts'
import { toChange, toNewIntegration } from '../../integration-body.ts'
import { demandFresh, needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited, fieldsOf } from '../../operator-audit.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import { presentCheck } from '../../present/integration-check.ts'
import { presentOperatorIntegration } from '../../present/operator-views.ts'

export const operatorIntegrations = new Hono<AppEnv>()

const PATH = '/environments/:environment/integrations'

operatorIntegrations.get(PATH, needsOperator('viewer'), operatorEnvironment, async (c) => {
  const { deps, environment } = c.var
  const list = [environment.id, 'operator_integrations']
  const query = parseQuery(c, listDataIntegrationsQuery)
  const filter = {
    ownership: query.ownership,
    credentialsType: query.credentials_type ?? 'any',
  } as const
  const page = await pageOf(c, list, query)
  const [found, counts] = await Promise.all([
    listIntegrations(deps, environment.id, filter, page),
    connectionCountsOf(deps.db, environment.id),
  ])
  const present = (view: IntegrationView) => presentOperatorIntegration(deps, view, counts)
  return c.json(await presentPage(c, list, query, found, present))
})

operatorIntegrations.post(PATH, needsOperator('developer'), operatorEnvironment, async (c) => {
  const { environment } = c.var
  const { redirect_key: redirectKey, ...body } = await parseBody(c, createIntegrationRequest)
  demandFreshFor(c, body)
  demandKeyMethod(body)
  const root = { slug: canonicalSlug(body.provider), ownership: body.ownership ?? 'user' } as const
  const deps = auditedChange(c, 'integration.created', root.slug, body)
  const input = { ...toNewIntegration(body), redirectKey }
  const created = await createIntegration(deps, environment, root, input)
  if (!created.ok) throw toApiError(created.failure)
  await installKey(c.var.deps, environment, root, body.api_key)
  return c.json(await shown(c, created.value), 201)
})

/** The two roots of a provider: users' connections, and those that an organization shares. */
for (const [path, ownership] of [
  [`${PATH}/:slug`, 'user'],
  [`${PATH}/:slug/organization`, 'organization'],
] as const) {
  const rootOf = (c: AppContext) => ({ slug: slugOf(c), ownership })

  operatorIntegrations.get(path, needsOperator('viewer'), operatorEnvironment, async (c) => {
    const found = await readIntegration(c.var.deps, c.var.environment.id, rootOf(c))
    if (!found.ok) throw toApiError(found.failure)
    return c.json(await shown(c, found.value))
  })

  operatorIntegrations.put(path, needsOperator('developer'), operatorEnvironment, async (c) => {
    const { environment } = c.var
    const body = await parseBody(c, updateBody)
    const root = rootOf(c)
    demandFreshFor(c, body)
    if (body.api_key !== undefined) {
      await demandPlace(c.var.deps, environment, root, body.api_key)
    }
    const deps = auditedChange(c, 'integration.updated', root.slug, body)
    const input = { ...toChange(body), unchangedSince: ifMatch(c) }
    const updated = await updateDataIntegration(deps, environment, root, input)
    if (!updated.ok) throw toApiError(updated.failure)
    await installKey(c.var.deps, environment, root, body.api_key)
    return c.json(await shown(c, updated.value))
  })

  operatorIntegrations.post(
    `${path}/check`,
    needsOperator('developer'),
    operatorEnvironment,
    async (c) => {
      await parseBody(c, nothing)
      const root = rootOf(c)
      const deps = auditedChange(c, 'integration.checked', root.slug, {})
      const checked = await checkIntegration(deps, c.var.environment, root)
      if (!checked.ok) throw toApiError(checked.failure)
      return c.json(presentCheck(checked.value))
    },
  )

  // Every connection of it goes along, and nothing brings them back.
  operatorIntegrations.delete(
    path,
    needsOperator('developer', 'fresh'),
    operatorEnvironment,
    async (c) => {
      const root = rootOf(c)
      const deps = auditedChange(c, 'integration.deleted', root.slug, {})
      const deleted = await deleteIntegration(deps, c.var.environment, root, ifMatch(c))
      if (!deleted.ok) throw toApiError(deleted.failure)
      return c.body(null, 204)
    },
  )
}

/** Whoever only found the page open sets no secret, and sends none to another host. */
function demandFreshFor(
  c: AppContext,
  body: {
    readonly credentials?: object | undefined
    readonly api_key?: object | undefined
    readonly custom_provider?: object | undefined
    readonly config?: object | undefined
  },
): void {
  const isSecret = body.credentials !== undefined && 'client_secret' in body.credentials
  // A config value may be a part of a host, or all of one.
  const others = [body.api_key, body.custom_provider, body.config]
  if (isSecret || others.some((one) => one !== undefined)) demandFresh(c)
}

const auditedChange = (
  c: AppContext,
  action: `integration.${'created' | 'updated' | 'checked' | 'deleted'}`,
  slug: string,
  body: object,
) =>
  audited(c, action, {
    environmentId: c.var.environment.id,
    target: slug,
    details: fieldsOf(body),
  })

async function shown(c: AppContext, view: IntegrationView) {
  const { deps, environment } = c.var
  return presentOperatorIntegration(deps, view, await connectionCountsOf(deps.db, environment.id))
}
