/** What a user's widget shows of the organization of its session (contract/widget.md 3). */
import { Hono } from 'hono'
import { organizationOwner } from '../../../domain/owner.ts'
import type { WidgetSession } from '../../../domain/principal.ts'
import { displayText } from '../../../oauth/display-text.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import type { AppEnv } from '../../context.ts'
import { presentSharedRow } from '../../present/widget-row.ts'

export const organizationView = new Hono<AppEnv>()

organizationView.get('/DataIntegrations/shared-connections', async (c) =>
  c.json({ data: await sharedRows(c.var) }),
)

/** The session's, and no other one that the user may be in: which those are the product knows. */
organizationView.get('/UserManagement/organizations', (c) => {
  const { organizationId: id } = c.var.session
  if (id === null) return c.json({ data: [] })
  const name = nameOfOrganization(c.var.session) ?? id
  return c.json({ data: [{ id, name, current: true, favicon: null }] })
})

type Viewer = Pick<AppEnv['Variables'], 'deps' | 'session'>

/** The same for whoever wants the user's own rows with it. */
export const presentShared = async (viewer: Viewer) => ({
  organizationName: nameOfOrganization(viewer.session),
  data: await sharedRows(viewer),
})

async function sharedRows({ deps, session: { organizationId, environment } }: Viewer) {
  if (organizationId === null) return []
  const owner = organizationOwner(organizationId)
  const rows = await listDataProviders(deps, environment.id, owner, { plural: true })
  const shared = rows.filter(({ accounts }) => accounts.length > 0)
  return shared.map((row) => presentSharedRow(deps.publicUrl, row))
}

/** Null: the product did not say, and an id is nothing to show to people. */
const nameOfOrganization = ({ organizationName }: WidgetSession): string | null =>
  displayText(organizationName ?? undefined, 200) ?? null
