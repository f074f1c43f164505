/** The connections of an environment, whoever owns them: found by what is known of them. Beyond the contract. */
import { Hono } from 'hono'
import { listAccountsQuery } from '../../../contract/connected-account-list.ts'
import { findAccount } from '../../../use-cases/accounts/find-account.ts'
import { sendAccountList } from '../../account-list.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { parseQuery } from '../../parse.ts'
import { presentListedAccount } from '../../present/connected-account.ts'

export const accountLists = new Hono<AppEnv>()

accountLists.get('/', needs('connections:read'), (c) =>
  sendAccountList(c, c.var.backend.environment.id, parseQuery(c, listAccountsQuery)),
)

accountLists.get('/:id', needs('connections:read'), async (c) => {
  const { deps, backend } = c.var
  const found = await findAccount(deps, backend.environment.id, c.req.param('id'))
  if (!found.ok) throw toApiError(found.failure)
  return c.json(presentListedAccount(found.value))
})
