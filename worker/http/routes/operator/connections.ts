/** Connections in the dashboard: found by the API's filters or by an id, with their past, and what can be done about them. */
import { Hono } from 'hono'
import { operatorAccountsQuery } from '../../../contract/operator/connections.ts'
import { nothing } from '../../../contract/operator/sign-in.ts'
import { commit } from '../../../storage/database.ts'
import { searchAccounts } from '../../../storage/account-search.ts'
import { readAccountPage } from '../../../use-cases/accounts/account-page.ts'
import { disconnect } from '../../../use-cases/accounts/disconnect.ts'
import { findAccount } from '../../../use-cases/accounts/find-account.ts'
import { refreshAccount } from '../../../use-cases/accounts/refresh-account.ts'
import { updateAccount } from '../../../use-cases/accounts/update-account.ts'
import { sendAccountList } from '../../account-list.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needsOperator } from '../../middleware/needs-operator.ts'
import { operatorEnvironment } from '../../middleware/operator-environment.ts'
import { audited, auditEntry } from '../../operator-audit.ts'
import { parseBody, parseQuery } from '../../parse.ts'
import { presentAccountPage, presentRefresh } from '../../present/account-page.ts'
import { presentListedAccount } from '../../present/connected-account.ts'

export const operatorConnections = new Hono<AppEnv>()

const PATH = '/environments/:environment/connected_accounts'

operatorConnections.get(PATH, needsOperator('viewer'), operatorEnvironment, async (c) => {
  const { deps, environment } = c.var
  const { search, ...query } = parseQuery(c, operatorAccountsQuery)
  if (search === undefined) return sendAccountList(c, environment.id, query)
  const { provider, state, limit } = query
  const found = await searchAccounts(deps.db, environment.id, search, { provider, state }, limit)
  return c.json({
    object: 'list',
    data: found.map(presentListedAccount),
    list_metadata: { before: null, after: null },
  })
})

operatorConnections.get(`${PATH}/:id`, needsOperator('viewer'), operatorEnvironment, async (c) =>
  c.json(await pageOfAccount(c)),
)

operatorConnections.post(
  `${PATH}/:id/refresh`,
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    await parseBody(c, nothing)
    const account = await accountOf(c)
    const { environment } = c.var
    // What the provider is asked for leaves nothing here that the entry could go along with.
    const { db, alongside = [] } = audited(c, 'account.refreshed', aboutAccount(c))
    await commit(db, alongside)
    const outcome = presentRefresh(await refreshAccount(c.var.deps, environment, account))
    return c.json({ ...(await pageOfAccount(c)), outcome })
  },
)

operatorConnections.post(
  `${PATH}/:id/mark-for-reauthorization`,
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    await parseBody(c, nothing)
    const { id: accountId, slug, owner } = await accountOf(c)
    const { environment } = c.var
    const target = { environment, slug, owner, accountId }
    const state = 'needs_reauthorization'
    const by = auditEntry(c, 'account.marked', aboutAccount(c))
    const marked = await updateAccount(c.var.deps, target, { state }, by)
    if (!marked.ok) throw toApiError(marked.failure)
    return c.json(await pageOfAccount(c))
  },
)

operatorConnections.delete(
  `${PATH}/:id`,
  needsOperator('developer'),
  operatorEnvironment,
  async (c) => {
    const { id: accountId, integrationId, slug, owner } = await accountOf(c)
    const { environment } = c.var
    const reference = {
      environmentId: environment.id,
      environmentKind: environment.kind,
      integrationId,
      owner,
    }
    const by = auditEntry(c, 'account.disconnected', aboutAccount(c))
    const ended = await disconnect(c.var.deps, { reference, slug, accountId, by })
    if (!ended.ok) throw toApiError(ended.failure)
    return c.json(await pageOfAccount(c))
  },
)

const aboutAccount = (c: AppContext) => ({
  environmentId: c.var.environment.id,
  target: c.req.param('id') ?? null,
})

async function accountOf(c: AppContext) {
  const found = await findAccount(c.var.deps, c.var.environment.id, c.req.param('id') ?? '')
  if (!found.ok) throw toApiError(found.failure)
  return found.value
}

async function pageOfAccount(c: AppContext) {
  const { deps, environment } = c.var
  const found = await readAccountPage(deps, environment.id, c.req.param('id') ?? '')
  if (!found.ok) throw toApiError(found.failure)
  return presentAccountPage(found.value)
}
