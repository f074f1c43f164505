/** The widget's list, its settings, and disconnecting (contract/widget.md 3). */
import { Hono } from 'hono'
import { widgetRowsQuery } from '../../../contract/widget-rows.ts'
import { userOwner, type Owner } from '../../../domain/owner.ts'
import type { WidgetSession } from '../../../domain/principal.ts'
import { accountById } from '../../../storage/connected-accounts.ts'
import { disconnect } from '../../../use-cases/accounts/disconnect.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { parseQuery } from '../../parse.ts'
import { presentWidgetRow } from '../../present/widget-row.ts'
import { productName } from '../connect/brand.ts'
import { presentShared } from './organization-view.ts'

export const connections = new Hono<AppEnv>()

connections.get('/DataIntegrations/mine', async (c) => {
  const { deps, session } = c.var
  const { include } = parseQuery(c, widgetRowsQuery)
  const [rows, shared] = await Promise.all([
    listDataProviders(deps, session.environment.id, sessionOwner(session), { plural: true }),
    // One request before the first row is on the screen.
    include === undefined ? undefined : presentShared(c.var),
  ])
  return c.json({
    data: rows.map((row) => presentWidgetRow(deps.publicUrl, row)),
    ...(shared && { shared }),
  })
})

connections.get('/settings', (c) => {
  const { deps, session } = c.var
  const { environment } = session
  // One logo for both schemes, and none that is known to be a square.
  const logo = environment.settings.branding?.logoUrl ?? null
  return c.json({
    object: 'settings',
    authkitOrigin: deps.publicUrl,
    teamName: productName(environment),
    logoDarkIconPath: null,
    logoDarkPath: logo,
    logoLightIconPath: null,
    logoLightPath: logo,
  })
})

connections.delete('/DataIntegrations/installations/:id', (c) =>
  endConnection(c, sessionOwner(c.var.session)),
)

/** Ends a connection of this owner: somebody else's is as unknown as one that never was. */
export async function endConnection(c: AppContext, owner: Owner): Promise<Response> {
  const { deps, session } = c.var
  const account = await accountById(deps.db, session.environment.id, c.req.param('id') ?? '')
  const isOwn =
    account?.owner.kind === owner.kind &&
    account.owner.userId === owner.userId &&
    account.owner.organizationId === owner.organizationId
  if (account === undefined || !isOwn) throw toPersonalError({ kind: 'account_not_found' })
  const reference = {
    environmentId: session.environment.id,
    environmentKind: session.environment.kind,
    integrationId: account.integrationId,
    owner,
  }
  const outcome = await disconnect(deps, { reference, slug: account.slug, accountId: account.id })
  if (!outcome.ok) throw toPersonalError(outcome.failure)
  return c.json({ success: true })
}

export const sessionOwner = (session: WidgetSession): Owner =>
  userOwner(session.userId, session.organizationId)
