/** Becoming an operator, signing in, signing out: what the dashboard calls before anything else. */
import { Hono } from 'hono'
import {
  linkOptionsRequest,
  linkRequest,
  nothing,
  signInRequest,
} from '../../../contract/operator/sign-in.ts'
import { Secret } from '../../../kit/secret.ts'
import { beginJoining, finishJoining } from '../../../use-cases/operators/invite.ts'
import type { SignedIn } from '../../../use-cases/operators/open-session.ts'
import { beginSetUp, dashboardState, finishSetUp } from '../../../use-cases/operators/set-up.ts'
import { beginSignIn, finishSignIn, signOut } from '../../../use-cases/operators/sign-in.ts'
import { signInByAccess } from '../../../use-cases/operators/sign-in-by-access.ts'
import { readAssertion } from '../../access-header.ts'
import { calledFrom } from '../../called-from.ts'
import type { AppContext, AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { byPasskey } from '../../middleware/by-passkey.ts'
import { clearOperatorCookie, setOperatorCookie } from '../../operator-cookie.ts'
import { parseBody } from '../../parse.ts'
import { presentCeremony, presentState } from '../../present/operator.ts'

export const operatorSignIn = new Hono<AppEnv>()

operatorSignIn.get('/session', async (c) => {
  const { caller, deps } = c.var
  const { access } = deps
  if (caller !== null) return c.json(presentState(caller, access))
  const state = await dashboardState(deps)
  return c.json(presentState(state === 'set_up' ? 'set_up' : 'signed_out', access))
})

operatorSignIn.post('/setup/options', byPasskey, async (c) => {
  const { token, name } = await parseBody(c, linkOptionsRequest)
  const begun = await beginSetUp(c.var.deps, new Secret(token), name, calledFrom(c))
  if (!begun.ok) throw toApiError(begun.failure)
  return c.json(presentCeremony(begun.value))
})

operatorSignIn.post('/setup', byPasskey, async (c) => {
  const { token, challenge_id: challengeId, credential } = await parseBody(c, linkRequest)
  const registration = { challengeId, credential, from: calledFrom(c) }
  const done = await finishSetUp(c.var.deps, new Secret(token), registration)
  if (!done.ok) throw toApiError(done.failure)
  return answerSignedIn(c, done.value, 201)
})

operatorSignIn.post('/invitations/options', byPasskey, async (c) => {
  const { token, name } = await parseBody(c, linkOptionsRequest)
  const begun = await beginJoining(c.var.deps, new Secret(token), name)
  if (!begun.ok) throw toApiError(begun.failure)
  return c.json(presentCeremony(begun.value))
})

operatorSignIn.post('/invitations/accept', byPasskey, async (c) => {
  const { token, challenge_id: challengeId, credential } = await parseBody(c, linkRequest)
  const registration = { challengeId, credential, from: calledFrom(c) }
  const done = await finishJoining(c.var.deps, new Secret(token), registration)
  if (!done.ok) throw toApiError(done.failure)
  return answerSignedIn(c, done.value, 201)
})

operatorSignIn.post('/sign-in/options', byPasskey, async (c) => {
  await parseBody(c, nothing)
  return c.json(presentCeremony(await beginSignIn(c.var.deps, c.var.caller)))
})

operatorSignIn.post('/sign-in', byPasskey, async (c) => {
  const { deps, caller } = c.var
  const { challenge_id, credential } = await parseBody(c, signInRequest)
  const done = await finishSignIn(deps, challenge_id, credential, calledFrom(c), caller)
  if (!done.ok) throw toApiError(done.failure)
  return answerSignedIn(c, done.value, 200)
})

operatorSignIn.post('/sign-in/access', async (c) => {
  const { deps, caller } = c.var
  await parseBody(c, nothing)
  const done = await signInByAccess(deps, readAssertion(c), calledFrom(c), caller)
  if (!done.ok) throw toApiError(done.failure)
  return answerSignedIn(c, done.value, 200)
})

operatorSignIn.post('/sign-out', async (c) => {
  await parseBody(c, nothing)
  if (c.var.caller !== null) await signOut(c.var.deps, c.var.caller, calledFrom(c))
  clearOperatorCookie(c)
  return c.body(null, 204)
})

function answerSignedIn(c: AppContext, { token, ...caller }: SignedIn, status: 200 | 201) {
  setOperatorCookie(c, token)
  return c.json(presentState(caller, c.var.deps.access), status)
}
