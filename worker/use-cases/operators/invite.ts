/** Invitations: an owner makes a link, and whoever opens it first within a day becomes an operator. */
import { hashOfToken } from '../../auth/operator-token.ts'
import type { CalledFrom } from '../../domain/audit.ts'
import { INVITATION_MS, type Operator, type Role } from '../../domain/operator.ts'
import { randomToken } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { Secret } from '../../kit/secret.ts'
import { commit } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import {
  deleteInvitation,
  deleteInvitationsUntil,
  demandInvitation,
  demandInvitationById,
  insertInvitation,
  insertOperator,
  invitationByToken,
  listInvitations,
  operatorByEmail,
  type Invitation,
} from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'
import { wasSpent, type Ceremony } from './ceremony.ts'
import { auditOf, type SignedIn } from './open-session.ts'
import {
  beginRegistration,
  registerOperator,
  type Registration,
  type RegistrationFailure,
} from './register.ts'

export type InvitationFailure =
  | { readonly kind: 'invitation_invalid' }
  | { readonly kind: 'invitation_not_found' }
  | RegistrationFailure

export type Invited = {
  readonly name: string
  readonly role: Role
  /** Whom Cloudflare Access has to name; null: whoever has the link. */
  readonly email: string | null
}

export type InviteFailure = { readonly kind: 'operator_exists'; readonly email: string }

/** @returns the invitation, and its token this once: it is kept as a hash */
export async function invite(
  deps: Deps,
  by: Operator,
  { name, role, email }: Invited,
  from: CalledFrom,
): Promise<Result<{ readonly invitation: Invitation; readonly token: Secret }, InviteFailure>> {
  if (email !== null && (await operatorByEmail(deps.db, email)) !== undefined) {
    return fail({ kind: 'operator_exists', email })
  }
  const now = deps.clock()
  const token = new Secret(randomToken(deps.random))
  const invitation: Invitation = {
    id: newId('operator_invitation', now, deps.random),
    tokenHash: await hashOfToken(token),
    name,
    email,
    role,
    createdAt: now,
    expiresAt: now + INVITATION_MS,
  }
  const about = { target: invitation.id, details: { name, role } }
  await commit(deps.db, [
    deleteInvitationsUntil(deps.db, now),
    insertInvitation(deps.db, invitation),
    insertAudit(deps.db, auditOf(deps, by, 'operator.invited', from, about)),
  ])
  return ok({ invitation, token })
}

/** One that was accepted a moment before is not withdrawn: its operator is there. */
export async function withdrawInvitation(
  deps: Deps,
  by: Operator,
  id: string,
  from: CalledFrom,
): Promise<Result<null, InvitationFailure>> {
  const now = deps.clock()
  try {
    await commit(deps.db, [
      demandInvitationById(deps.db, id, now),
      deleteInvitation(deps.db, id),
      insertAudit(deps.db, auditOf(deps, by, 'invitation.withdrawn', from, { target: id })),
    ])
  } catch (error) {
    const open = await listInvitations(deps.db, now)
    if (open.some((one) => one.id === id)) throw error
    return fail({ kind: 'invitation_not_found' })
  }
  return ok(null)
}

export async function beginJoining(
  deps: Deps,
  token: Secret,
  name: string,
): Promise<Result<Ceremony, InvitationFailure>> {
  const invitation = await invitationByToken(deps.db, await hashOfToken(token), deps.clock())
  return invitation === undefined
    ? fail({ kind: 'invitation_invalid' })
    : ok(await beginRegistration(deps, 'join', name))
}

/** Of several at once one joins: the batch of who comes later does not find the invitation. */
export async function finishJoining(
  deps: Deps,
  token: Secret,
  registration: Registration,
): Promise<Result<SignedIn, InvitationFailure>> {
  const tokenHash = await hashOfToken(token)
  const now = deps.clock()
  const invitation = await invitationByToken(deps.db, tokenHash, now)
  if (invitation === undefined) return fail({ kind: 'invitation_invalid' })
  const registered = await registerOperator(deps, 'join', invitation.role, registration)
  if (!registered.ok) return registered
  const { operator, challenge, signedIn, writes } = registered.value
  try {
    await commit(deps.db, [
      demandInvitation(deps.db, tokenHash, now),
      deleteInvitation(deps.db, invitation.id),
      insertOperator(deps.db, operator),
      ...writes,
    ])
  } catch (error) {
    if (await wasSpent(deps, challenge)) return fail({ kind: 'challenge_expired' })
    if ((await invitationByToken(deps.db, tokenHash, now)) === undefined) {
      return fail({ kind: 'invitation_invalid' })
    }
    throw error
  }
  return ok(signedIn)
}
