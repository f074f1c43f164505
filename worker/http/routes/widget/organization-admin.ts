/** What administrators of an organization set and end in the widget (contract/widget.md 4). */
import { Hono } from 'hono'
import { configureForOrganization as configureBody } from '../../../contract/organization-configuration.ts'
import { pageQuery } from '../../../contract/page.ts'
import type { DataIntegration } from '../../../domain/integration.ts'
import { organizationOwner } from '../../../domain/owner.ts'
import { listMembersAccounts } from '../../../use-cases/organizations/list-members-accounts.ts'
import { configureForOrganization } from '../../../use-cases/organizations/configure-for-organization.ts'
import { listOrganizationProviders } from '../../../use-cases/organizations/list-organization-providers.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { needsManager } from '../../middleware/needs-manager.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentMemberAccount } from '../../present/connected-account.ts'
import { slugOf } from '../../slug-of.ts'
import {
  presentOrganizationRow,
  presentWidgetConfiguration,
} from '../../present/widget-configuration.ts'
import { changeConnection, endConnection } from './connections.ts'

export const organizationAdmin = new Hono<AppEnv>()

organizationAdmin.get('/configurations', needsManager, async (c) => {
  const rows = await providersOf(c, 'user')
  return c.json({ data: rows.map((row) => presentWidgetConfiguration(c.var.deps, row)) })
})

organizationAdmin.get('/organization', needsManager, async (c) => {
  const rows = await providersOf(c, 'organization')
  return c.json({ data: rows.map((row) => presentOrganizationRow(c.var.deps, row)) })
})

// Beyond the contract: who of the organization has connected what.
organizationAdmin.get('/:slug/organization/accounts', needsManager, async (c) => {
  const { deps, session, managed: organizationId } = c.var
  const { id: environmentId } = session.environment
  const slug = slugOf(c)
  note(c, { slug })
  const query = parseQuery(c, pageQuery)
  const list = [environmentId, 'members_accounts', organizationId, slug]
  const page = await pageOf(c, list, query)
  const found = await listMembersAccounts(deps, { environmentId, organizationId, slug }, page)
  if (!found.ok) throw toPersonalError(found.failure)
  return c.json(await presentPage(c, list, query, found.value, presentMemberAccount))
})

organizationAdmin.put('/:slug/configuration', needsManager, (c) => configure(c, 'user'))

organizationAdmin.put('/:slug/organization/configuration', needsManager, (c) =>
  configure(c, 'organization'),
)

organizationAdmin.patch('/organization/installations/:id', needsManager, (c) =>
  changeConnection(c, organizationOwner(c.var.managed)),
)

organizationAdmin.delete('/organization/installations/:id', needsManager, (c) =>
  endConnection(c, organizationOwner(c.var.managed)),
)

function providersOf(c: AppContext, ownership: DataIntegration['ownership']) {
  const { deps, session, managed: organizationId } = c.var
  const environmentId = session.environment.id
  return listOrganizationProviders(deps, { environmentId, organizationId, ownership })
}

async function configure(
  c: AppContext,
  ownership: DataIntegration['ownership'],
): Promise<Response> {
  const { deps, session, managed: organizationId } = c.var
  const slug = slugOf(c)
  const body = await parseBody(c, configureBody)
  note(c, { slug })
  const of = { slug, ownership, organizationId }
  const configured = await configureForOrganization(deps, session.environment, of, {
    enabled: body.enabled,
    scopes: body.scopes,
    clientId: body.client_id,
    clientSecret: body.client_secret,
    config: body.config,
    isWholeForm: true,
  })
  if (!configured.ok) throw toPersonalError(configured.failure)
  return c.json(presentWidgetConfiguration(deps, configured.value))
}
