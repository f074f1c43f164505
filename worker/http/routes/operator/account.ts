/** An operator's own passkeys and sessions. */
import { Hono } from 'hono'
import {
  addPasskeyRequest,
  nothing,
  renamePasskeyRequest,
} from '../../../contract/operator/sign-in.ts'
import { passkeysOf } from '../../../storage/operator-passkeys.ts'
import { sessionsOf } from '../../../storage/operator-sessions.ts'
import { isSessionLive } from '../../../domain/operator.ts'
import {
  addPasskey,
  beginPasskey,
  endAllSessions,
  endSession,
  removePasskey,
  renamePasskey,
  type Acting,
} from '../../../use-cases/operators/manage-operators.ts'
import { calledFrom } from '../../called-from.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { byPasskey } from '../../middleware/by-passkey.ts'
import { needsOperator, signedIn } from '../../middleware/needs-operator.ts'
import { clearOperatorCookie } from '../../operator-cookie.ts'
import { parseBody } from '../../parse.ts'
import {
  presentCeremony,
  presentOperator,
  presentPasskey,
  presentSession,
} from '../../present/operator.ts'

export const operatorAccount = new Hono<AppEnv>()

operatorAccount.get('/account', needsOperator('viewer'), async (c) => {
  const { deps } = c.var
  const { operator, session } = signedIn(c)
  const [passkeys, sessions] = await Promise.all([
    passkeysOf(deps.db, operator.id),
    sessionsOf(deps.db, operator.id),
  ])
  const now = deps.clock()
  return c.json({
    object: 'operator_account',
    operator: presentOperator(operator),
    passkeys: passkeys.map(presentPasskey),
    sessions: sessions
      .filter((one) => isSessionLive(one, now))
      .map((one) => presentSession(one, session.id)),
  })
})

operatorAccount.post(
  '/passkeys/options',
  byPasskey,
  needsOperator('viewer', 'fresh'),
  async (c) => {
    await parseBody(c, nothing)
    return c.json(presentCeremony(await beginPasskey(c.var.deps, signedIn(c).operator)))
  },
)

operatorAccount.post('/passkeys', byPasskey, needsOperator('viewer', 'fresh'), async (c) => {
  const { challenge_id: challengeId, credential, name } = await parseBody(c, addPasskeyRequest)
  const added = await addPasskey(c.var.deps, acting(c), { challengeId, credential, name })
  if (!added.ok) throw toApiError(added.failure)
  return c.json(presentPasskey(added.value), 201)
})

operatorAccount.put('/passkeys/:id', needsOperator('viewer'), async (c) => {
  const { name } = await parseBody(c, renamePasskeyRequest)
  const renamed = await renamePasskey(c.var.deps, acting(c), c.req.param('id'), name)
  if (!renamed.ok) throw toApiError(renamed.failure)
  return c.json(presentPasskey(renamed.value))
})

operatorAccount.delete('/passkeys/:id', needsOperator('viewer', 'fresh'), async (c) => {
  const removed = await removePasskey(c.var.deps, acting(c), c.req.param('id'))
  if (!removed.ok) throw toApiError(removed.failure)
  return c.body(null, 204)
})

operatorAccount.post('/sessions/end-all', needsOperator('viewer', 'fresh'), async (c) => {
  await parseBody(c, nothing)
  await endAllSessions(c.var.deps, acting(c))
  clearOperatorCookie(c)
  return c.body(null, 204)
})

operatorAccount.delete('/sessions/:id', needsOperator('viewer'), async (c) => {
  const ended = await endSession(c.var.deps, acting(c), c.req.param('id'))
  if (!ended.ok) throw toApiError(ended.failure)
  return c.body(null, 204)
})

const acting = (c: AppContext): Acting => ({ ...signedIn(c), from: calledFrom(c) })
