/** What a user's widget shows of the organization of its session (contract/widget.md 3). */
import { Hono } from 'hono'
import { organizationOwner } from '../../../domain/owner.ts'
import { displayText } from '../../../oauth/display-text.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import type { AppEnv } from '../../context.ts'
import { presentSharedRow } from '../../present/widget-row.ts'

export const organizationView = new Hono<AppEnv>()

organizationView.get('/DataIntegrations/shared-connections', async (c) => {
  const { deps, session } = c.var
  const { organizationId, environment } = session
  if (organizationId === null) return c.json({ data: [] })
  const owner = organizationOwner(organizationId)
  const rows = await listDataProviders(deps, environment.id, owner, { plural: true })
  const shared = rows.filter(({ accounts }) => accounts.length > 0)
  return c.json({ data: shared.map((row) => presentSharedRow(deps.publicUrl, row)) })
})

/** The session's, and no other one that the user may be in: which those are the product knows. */
organizationView.get('/UserManagement/organizations', (c) => {
  const { organizationId: id, organizationName } = c.var.session
  if (id === null) return c.json({ data: [] })
  const name = displayText(organizationName ?? undefined, 200) ?? id
  return c.json({ data: [{ id, name, current: true, favicon: null }] })
})
