/** The connections of an environment, whoever owns them: found by what is known of them. Beyond the contract. */
import { Hono } from 'hono'
import { listAccountsQuery } from '../../../contract/connected-account-list.ts'
import { accountChanges } from '../../../contract/account-changes.ts'
import { findAccount } from '../../../use-cases/accounts/find-account.ts'
import { personalizeAccount } from '../../../use-cases/accounts/personalize-account.ts'
import { sendAccountList } from '../../account-list.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needs } from '../../middleware/needs.ts'
import { parseBody, parseQuery } from '../../parse.ts'
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

accountLists.patch('/:id', needs('connections:write'), async (c) => {
  const { deps, backend } = c.var
  const { environment } = backend
  const changes = await parseBody(c, accountChanges)
  const found = await findAccount(deps, environment.id, c.req.param('id'))
  if (!found.ok) throw toApiError(found.failure)
  const changed = await personalizeAccount(deps, environment.kind, found.value, changes)
  if (!changed.ok) throw toApiError(changed.failure)
  return c.json(presentListedAccount(changed.value))
})
