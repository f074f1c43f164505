/** What organizations have set for themselves, seen from a provider or from an organization. They change it in the widget. */
import { Hono } from 'hono'
import { overridesQuery } from '../../../contract/operator/organization-overrides.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { listOverrides } from '../../../storage/override-list.ts'
import { readIntegration } from '../../../use-cases/data-integrations/read-integrations.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseQuery } from '../../parse.ts'
import { presentOverride } from '../../present/organization-override.ts'

export const operatorOrganizations = new Hono<AppEnv>()

operatorOrganizations.get(
  '/environments/:environment/organization_overrides',
  needsOperator('viewer'),
  operatorEnvironment,
  async (c) => {
    const { deps, environment } = c.var
    const query = parseQuery(c, overridesQuery)
    const { organization_id: organizationId, provider, ownership } = query
    const integrationId =
      provider === undefined
        ? undefined
        : await integrationIdOf(c, { slug: canonicalSlug(provider), ownership })
    const list = [
      environment.id,
      'organization_overrides',
      integrationId ?? '',
      organizationId ?? '',
    ]
    const page = await pageOf(c, list, query)
    const found = await listOverrides(
      deps.db,
      environment.id,
      { integrationId, organizationId },
      page,
    )
    return c.json(await presentPage(c, list, query, found, presentOverride))
  },
)

async function integrationIdOf(
  c: AppContext,
  root: Parameters<typeof readIntegration>[2],
): Promise<string> {
  const found = await readIntegration(c.var.deps, c.var.environment.id, root)
  if (!found.ok) throw toApiError(found.failure)
  return found.value.integration.id
}
