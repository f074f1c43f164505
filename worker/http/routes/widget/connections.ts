/** The widget's list, its settings, and disconnecting (contract/widget.md 3). */
import { Hono } from 'hono'
import { accountChanges } from '../../../contract/account-changes.ts'
import { pluralQuery } from '../../../contract/selection.ts'
import { widgetRowsQuery } from '../../../contract/widget-rows.ts'
import { isVisible, type ConnectedAccount } from '../../../domain/integration.ts'
import { userOwner, type Owner } from '../../../domain/owner.ts'
import type { WidgetSession } from '../../../domain/principal.ts'
import { accountById } from '../../../storage/connected-accounts.ts'
import { disconnect } from '../../../use-cases/accounts/disconnect.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import { personalizeAccount } from '../../../use-cases/accounts/personalize-account.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toPersonalError } from '../../failures.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentInstallation } from '../../present/connected-account.ts'
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

connections.patch('/DataIntegrations/installations/:id', (c) =>
  changeConnection(c, sessionOwner(c.var.session)),
)

connections.delete('/DataIntegrations/installations/:id', (c) =>
  endConnection(c, sessionOwner(c.var.session)),
)

/** Ends a connection of this owner. Who knows of several goes on with another one. */
export async function endConnection(c: AppContext, owner: Owner): Promise<Response> {
  const { deps, session } = c.var
  const { supports_multiple_connections: movesOn } = parseQuery(c, pluralQuery)
  const account = await ownAccount(c, owner)
  const reference = {
    environmentId: session.environment.id,
    environmentKind: session.environment.kind,
    integrationId: account.integrationId,
    owner,
  }
  const { slug, id: accountId } = account
  const outcome = await disconnect(deps, { reference, slug, accountId, movesOn })
  if (!outcome.ok) throw toPersonalError(outcome.failure)
  return c.json({ success: true })
}

/** What its owner calls it, and that it is the one to use. */
export async function changeConnection(c: AppContext, owner: Owner): Promise<Response> {
  const { deps, session } = c.var
  const changes = await parseBody(c, accountChanges)
  const account = await ownAccount(c, owner)
  if (!isVisible(account)) throw toPersonalError({ kind: 'account_not_found' })
  const changed = await personalizeAccount(deps, session.environment.kind, account, changes)
  if (!changed.ok) throw toPersonalError(changed.failure)
  return c.json(presentInstallation(changed.value))
}

/** Somebody else's is as unknown as one that never was. */
async function ownAccount(c: AppContext, owner: Owner): Promise<ConnectedAccount> {
  const { deps, session } = c.var
  const account = await accountById(deps.db, session.environment.id, c.req.param('id') ?? '')
  const isOwn =
    account?.owner.kind === owner.kind &&
    account.owner.userId === owner.userId &&
    account.owner.organizationId === owner.organizationId
  if (account === undefined || !isOwn) throw toPersonalError({ kind: 'account_not_found' })
  return account
}

export const sessionOwner = (session: WidgetSession): Owner =>
  userOwner(session.userId, session.organizationId)
