/** A user's connected accounts and providers (contract 2.5). */
import { Hono } from 'hono'
import { ownerOfPath } from '../../../contract/identifiers.ts'
import { userOwner, type Owner } from '../../../domain/owner.ts'
import { disconnect } from '../../../use-cases/accounts/disconnect.ts'
import { getAccount, referenceBySlug } from '../../../use-cases/accounts/get-account.ts'
import { listDataProviders } from '../../../use-cases/accounts/list-data-providers.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { toApiError } from '../../failures.ts'
import { parseShape } from '../../parse.ts'
import { presentAccount } from '../../present/connected-account.ts'
import { presentDataProvider } from '../../present/data-provider.ts'

export const users = new Hono<AppEnv>()

users.get('/:user/connected_accounts/:slug', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const account = await getAccount(deps, backend.environment, c.req.param('slug'), {
    owner: ownerOf(c),
    accountId: c.req.query('connected_account_id'),
  })
  if (!account.ok) throw toApiError(account.failure)
  return c.json(presentAccount(account.value))
})

users.delete('/:user/connected_accounts/:slug', needs('connections:write'), async (c) => {
  const { deps, backend } = c.var
  const slug = c.req.param('slug')
  const reference = await referenceBySlug(deps, backend.environment, slug, ownerOf(c))
  if (!reference.ok) throw toApiError(reference.failure)
  const outcome = await disconnect(deps, {
    reference: reference.value,
    slug,
    accountId: c.req.query('connected_account_id'),
  })
  if (!outcome.ok) throw toApiError(outcome.failure)
  return c.body(null, 204)
})

users.get('/:user/data_providers', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const found = await listDataProviders(deps, backend.environment.id, ownerOf(c))
  const data = found.map(presentDataProvider)
  return c.json({ object: 'list', data, list_metadata: { before: null, after: null } })
})

/** An empty organization_id is refused: it must not quietly mean the personal connection. */
function ownerOf(c: AppContext): Owner {
  const owner = parseShape(ownerOfPath, {
    user_id: c.req.param('user'),
    organization_id: c.req.query('organization_id'),
  })
  return userOwner(owner.user_id, owner.organization_id ?? null)
}
