/** The overview of an environment, its API keys, and the deployment's key ring. */
import { Hono } from 'hono'
import { createApiKeyRequest } from '../../../contract/api-key.ts'
import { pageQuery } from '../../../contract/page.ts'
import { listApiKeys } from '../../../storage/api-keys.ts'
import { endApiKey, makeApiKey } from '../../../use-cases/api-keys/manage-keys.ts'
import { readOverview } from '../../../use-cases/environments/read-overview.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited } from '../../operator-audit.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentApiKey } from '../../present/api-key.ts'
import { presentOverview } from '../../present/overview.ts'
import { newKeyOf, presentMadeKey } from '../api/api-keys.ts'
import { ringRoutes } from '../api/keys.ts'

export const operatorOverview = new Hono<AppEnv>()

const ENVIRONMENT = '/environments/:environment'

operatorOverview.get(
  `${ENVIRONMENT}/overview`,
  needsOperator('viewer'),
  operatorEnvironment,
  async (c) => c.json(presentOverview(await readOverview(c.var.deps, c.var.environment.id))),
)

operatorOverview.get(
  `${ENVIRONMENT}/api_keys`,
  needsOperator('viewer'),
  operatorEnvironment,
  async (c) => {
    const { deps, environment } = c.var
    const list = [environment.id, 'api_keys']
    const query = parseQuery(c, pageQuery)
    const found = await listApiKeys(deps.db, environment.id, await pageOf(c, list, query))
    return c.json(await presentPage(c, list, query, found, presentApiKey))
  },
)

operatorOverview.post(
  `${ENVIRONMENT}/api_keys`,
  needsOperator('developer', 'fresh'),
  operatorEnvironment,
  async (c) => {
    const { environment } = c.var
    const body = await parseBody(c, createApiKeyRequest)
    const deps = audited(c, 'api_key.created', {
      environmentId: environment.id,
      target: body.name,
      details: { scopes: body.scopes ?? null },
    })
    const made = await makeApiKey(deps, environment, null, newKeyOf(body))
    if (!made.ok) throw toApiError(made.failure)
    return c.json(presentMadeKey(made.value), 201)
  },
)

operatorOverview.delete(
  `${ENVIRONMENT}/api_keys/:id`,
  needsOperator('developer', 'fresh'),
  operatorEnvironment,
  async (c) => {
    const { environment } = c.var
    const id = c.req.param('id')
    const about = { environmentId: environment.id, target: id }
    const ended = await endApiKey(audited(c, 'api_key.revoked', about), environment.id, id)
    if (!ended.ok) throw toApiError(ended.failure)
    return c.json(presentApiKey(ended.value))
  },
)

operatorOverview.route(
  '/vault_keys',
  ringRoutes(
    { read: needsOperator('owner'), change: needsOperator('owner', 'fresh') },
    (c, action, target) => audited(c, action, { target }),
  ),
)
