/** Who else may use the dashboard, and what everybody has done with it. */
import { Hono } from 'hono'
import {
  auditQuery,
  inviteRequest,
  updateOperatorRequest,
} from '../../../contract/operator/people.ts'
import type { AccessApplication } from '../../../domain/access.ts'
import { listAudit } from '../../../storage/operator-audit.ts'
import { listInvitations, listOperators } from '../../../storage/operators.ts'
import { invite, withdrawInvitation } from '../../../use-cases/operators/invite.ts'
import { changeRole, removeOperator } from '../../../use-cases/operators/manage-operators.ts'
import { calledFrom } from '../../called-from.ts'
import type { AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { needsOperator, signedIn } from '../../middleware/needs-operator.ts'
import { pageOf, presentPage } from '../../page.ts'
import { invalidField, parseBody, parseQuery } from '../../parse.ts'
import { presentAudit, presentInvitation, presentOperator } from '../../present/operator.ts'

export const operatorPeople = new Hono<AppEnv>()

operatorPeople.get('/operators', needsOperator('owner'), async (c) => {
  const { deps } = c.var
  const [operators, invitations] = await Promise.all([
    listOperators(deps.db),
    listInvitations(deps.db, deps.clock()),
  ])
  return c.json({
    object: 'operators',
    operators: operators.map(presentOperator),
    invitations: invitations.map(presentInvitation),
  })
})

operatorPeople.put('/operators/:id', needsOperator('owner', 'fresh'), async (c) => {
  const { role } = await parseBody(c, updateOperatorRequest)
  const by = { ...signedIn(c), from: calledFrom(c) }
  const changed = await changeRole(c.var.deps, by, c.req.param('id'), role)
  if (!changed.ok) throw toApiError(changed.failure)
  return c.json(presentOperator(changed.value))
})

operatorPeople.delete('/operators/:id', needsOperator('owner', 'fresh'), async (c) => {
  const by = { ...signedIn(c), from: calledFrom(c) }
  const removed = await removeOperator(c.var.deps, by, c.req.param('id'))
  if (!removed.ok) throw toApiError(removed.failure)
  return c.body(null, 204)
})

operatorPeople.post('/invitations', needsOperator('owner', 'fresh'), async (c) => {
  const { deps } = c.var
  const body = await parseBody(c, inviteRequest)
  const email = emailOf(deps.access, body.email)
  const invited = await invite(deps, signedIn(c).operator, { ...body, email }, calledFrom(c))
  if (!invited.ok) throw toApiError(invited.failure)
  const { invitation, token } = invited.value
  // In the fragment, which no server ever sees. Access knows by itself who comes.
  const secret = deps.access === null ? `#invitation=${token.reveal()}` : ''
  const url = `${deps.publicUrl}/dashboard${secret}`
  return c.json({ ...presentInvitation(invitation), url }, 201)
})

operatorPeople.delete('/invitations/:id', needsOperator('owner'), async (c) => {
  const { operator } = signedIn(c)
  const { deps } = c.var
  const withdrawn = await withdrawInvitation(deps, operator, c.req.param('id'), calledFrom(c))
  if (!withdrawn.ok) throw toApiError(withdrawn.failure)
  return c.body(null, 204)
})

/** @throws ApiError 422 on `email` where Access needs one, or nobody would look at it */
function emailOf(access: AccessApplication | null, email: string | undefined): string | null {
  if (access !== null && email === undefined) {
    throw invalidField('email', 'must be the address that Cloudflare Access knows them by')
  }
  if (access === null && email !== undefined) {
    throw invalidField('email', 'must be absent: a passkey signs in whoever has the link')
  }
  return email ?? null
}

operatorPeople.get('/audit', needsOperator('viewer'), async (c) => {
  const { deps } = c.var
  const query = parseQuery(c, auditQuery)
  const list = [query.environment_id ?? '', 'audit']
  const found = await listAudit(deps.db, query.environment_id, await pageOf(c, list, query))
  return c.json(await presentPage(c, list, query, found, presentAudit))
})
