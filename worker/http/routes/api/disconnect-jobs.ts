/** Ends many connections with one call: of a user, an organization, a provider, a time, or all. */
import { Hono } from 'hono'
import { disconnectJobRequest } from '../../../contract/disconnect-job.ts'
import { externalId } from '../../../contract/identifiers.ts'
import { pageQuery } from '../../../contract/page.ts'
import {
  readDisconnectJob,
  startDisconnectJob,
} from '../../../use-cases/accounts/disconnect-many.ts'
import { readIntegration } from '../../../use-cases/data-integrations/read-integrations.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { toApiError } from '../../failures.ts'
import { pageOf, presentPlaces } from '../../page.ts'
import { parseBody, parseQuery, parseShape } from '../../parse.ts'
import { presentDisconnectJob, presentJobAccount } from '../../present/disconnect-job.ts'

export const disconnectJobs = new Hono<AppEnv>()
export const disconnectUser = new Hono<AppEnv>()
export const disconnectOrganization = new Hono<AppEnv>()

disconnectJobs.post('/', needs('connections:write'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, disconnectJobRequest)
  let integrationId: string | undefined
  if (body.provider !== undefined) {
    const found = await readIntegration(deps, backend.environment.id, {
      slug: body.provider,
      ownership: body.ownership ?? 'user',
    })
    if (!found.ok) throw toApiError(found.failure)
    integrationId = found.value.integration.id
  }
  const { user_id: userId, organization_id: organizationId } = body
  const { connected_from: from, connected_until: until } = body
  return start(c, {
    ...(integrationId === undefined ? {} : { integrationId }),
    ...(userId === undefined ? {} : { userId }),
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(from === undefined ? {} : { connectedFrom: Date.parse(from) }),
    ...(until === undefined ? {} : { connectedUntil: Date.parse(until) }),
  })
})

disconnectJobs.get('/:id', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const query = parseQuery(c, pageQuery)
  const id = c.req.param('id')
  const list = [backend.environment.id, 'disconnect_job', id]
  const page = await pageOf(c, list, query)
  const found = await readDisconnectJob(deps, backend.environment.id, id, page)
  if (!found.ok) throw toApiError(found.failure)
  const { accounts } = found.value
  return c.json({
    ...presentDisconnectJob(found.value),
    accounts: accounts.rows.map(presentJobAccount),
    list_metadata: await presentPlaces(c, list, query, accounts),
  })
})

disconnectUser.delete('/:user', needs('connections:write'), (c) =>
  start(c, { userId: parseShape(externalId, c.req.param('user')) }),
)

disconnectOrganization.delete('/:organization', needs('connections:write'), (c) =>
  start(c, { organizationId: parseShape(externalId, c.req.param('organization')) }),
)

/** 200 when every account has its result, 202 while the rest follows. */
async function start(
  c: AppContext,
  selector: Parameters<typeof startDisconnectJob>[2],
): Promise<Response> {
  const { deps, backend } = c.var
  const view = await startDisconnectJob(deps, backend.environment, selector)
  return c.json(presentDisconnectJob(view), view.job.state === 'completed' ? 200 : 202)
}
