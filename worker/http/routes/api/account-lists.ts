/** The connections of an environment, whoever owns them: found by what is known of them. Beyond the contract. */
import { Hono } from 'hono'
import { listAccountsQuery } from '../../../contract/connected-account-list.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { listAccounts } from '../../../storage/account-lists.ts'
import { findAccount } from '../../../use-cases/accounts/find-account.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { pageOf, presentPage } from '../../page.ts'
import { parseQuery } from '../../parse.ts'
import { presentListedAccount } from '../../present/connected-account.ts'

export const accountLists = new Hono<AppEnv>()

accountLists.get('/', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const query = parseQuery(c, listAccountsQuery)
  const isByNeed = query.needs_user_before !== undefined
  const list = [backend.environment.id, isByNeed ? 'accounts_by_need' : 'accounts']
  const page = await pageOf(c, list, query, isByNeed ? 'asc' : 'desc')
  const filter = {
    provider: query.provider && canonicalSlug(query.provider),
    userId: query.user_id,
    organizationId: query.organization_id,
    ownerKind: query.connection_owner,
    state: query.state,
    authMethod: query.auth_method,
    needsUserBefore: timeOf(query.needs_user_before),
    lastErrorClass: query.last_error_class,
    accountIdentifier: query.account_identifier,
  }
  const found = await listAccounts(deps.db, backend.environment.id, filter, page)
  return c.json(await presentPage(c, list, query, found, presentListedAccount))
})

accountLists.get('/:id', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const found = await findAccount(deps, backend.environment.id, c.req.param('id'))
  if (!found.ok) throw toApiError(found.failure)
  return c.json(presentListedAccount(found.value))
})

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text)
