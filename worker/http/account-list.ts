/** A page of an environment's connections, for its backends and for the dashboard. */
import type * as v from 'valibot'
import type { listAccountsQuery } from '../contract/connected-account-list.ts'
import { canonicalSlug } from '../providers/catalogue.ts'
import { listAccounts } from '../storage/account-lists.ts'
import type { AppContext } from './context.ts'
import { pageOf, presentPage } from './page.ts'
import { presentListedAccount } from './present/connected-account.ts'

export async function sendAccountList(
  c: AppContext,
  environmentId: string,
  query: v.InferOutput<typeof listAccountsQuery>,
) {
  const isByNeed = query.needs_user_before !== undefined
  const list = [environmentId, isByNeed ? 'accounts_by_need' : 'accounts']
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
  const found = await listAccounts(c.var.deps.db, environmentId, filter, page)
  return c.json(await presentPage(c, list, query, found, presentListedAccount))
}

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text)
