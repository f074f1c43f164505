/** The strings behind the scenes: what an operator's tests make the sandbox provider do. */
import { Hono } from 'hono'
import {
  sandboxAccount,
  sandboxRevocation,
  sandboxScript,
} from '../../../contract/sandbox-provider.ts'
import * as v from 'valibot'
import type { AccountView } from '../../../sandbox-provider/account-view.ts'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { parseBody, parseShape } from '../../parse.ts'
import { presentSandboxAccount, toBehaviour } from './script-words.ts'

export const sandboxAccounts = new Hono<AppEnv>()

sandboxAccounts.use(async (c, next) => {
  if (c.var.backend.environment.kind === 'sandbox') return next()
  throw new ApiError(
    403,
    'sandbox_only',
    'The sandbox provider works in sandbox environments only. Use an API key of one (sk_test_…).',
  )
})

sandboxAccounts.get('/:account', needs('config:read'), async (c) => {
  const { id, name, object } = subject(c)
  return c.json(presentSandboxAccount(known(await object.account(id, name))))
})

sandboxAccounts.post('/:account/script', needs('config:write'), async (c) => {
  const { id, name, object } = subject(c)
  const { behaviour, faults } = await parseBody(c, sandboxScript)
  const script = { behaviour: toBehaviour(behaviour), faults }
  return c.json(presentSandboxAccount(await object.script(id, name, script)))
})

sandboxAccounts.post('/:account/revoke', needs('config:write'), async (c) => {
  const { id, name, object } = subject(c)
  const { by } = await parseBody(c, sandboxRevocation)
  return c.json(presentSandboxAccount(known(await object.revokeAccount(id, name, by))))
})

sandboxAccounts.post('/:account/restore', needs('config:write'), async (c) => {
  const { id, name, object } = subject(c)
  return c.json(presentSandboxAccount(known(await object.restoreAccount(id, name))))
})

/** The account that the address names, in the key's own environment. */
function subject(c: AppContext) {
  const { backend, deps } = c.var
  const { account } = parseShape(v.object({ account: sandboxAccount }), c.req.param())
  const { id } = backend.environment
  return { id, name: account, object: deps.sandboxProvider.object(id) }
}

function known(account: AccountView | undefined): AccountView {
  if (account !== undefined) return account
  throw new ApiError(
    404,
    'sandbox_account_not_found',
    'Nobody has used this account in this environment yet. Connect it, or script it first.',
  )
}
