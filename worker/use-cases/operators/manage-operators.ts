/** What an owner does with operators, and every operator with passkeys and sessions of his own. */
import { creationOptions, type NewCredential } from '../../auth/passkey.ts'
import type { AuditAction, AuditEntry, CalledFrom } from '../../domain/audit.ts'
import type { Operator, Role } from '../../domain/operator.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { commit, type Write } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import {
  deletePasskey,
  deletePasskeysOf,
  demandAnotherPasskey,
  insertPasskey,
  passkeysOf,
  renamePasskey as updatePasskeyName,
  type Passkey,
} from '../../storage/operator-passkeys.ts'
import { deleteSession, deleteSessionsOf, sessionsOf } from '../../storage/operator-sessions.ts'
import {
  deleteOperator,
  demandAnotherOwner,
  demandOperator,
  isAnotherOwner,
  operatorById,
  updateRole,
} from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'
import { beginCeremony, takeChallenge, wasSpent, type Ceremony } from './ceremony.ts'
import { auditOf } from './open-session.ts'
import { newPasskey, type RegistrationFailure } from './register.ts'

/** Who does it, and from where. */
export type Acting = { readonly operator: Operator; readonly from: CalledFrom }

export type OperatorFailure =
  | { readonly kind: 'operator_not_found' }
  | { readonly kind: 'last_owner' }
  | { readonly kind: 'passkey_not_found' }
  | { readonly kind: 'last_passkey' }
  | { readonly kind: 'operator_session_not_found' }

export async function changeRole(
  deps: Deps,
  by: Acting,
  id: string,
  role: Role,
): Promise<Result<Operator, OperatorFailure>> {
  const found = await operatorById(deps.db, id)
  if (found === undefined) return fail({ kind: 'operator_not_found' })
  const about = { target: id, details: { from: found.role, to: role } }
  // Whatever he was when he was read: somebody may have made him the only owner since.
  const kept = await keepingAnOwner(deps, id, role === 'owner' ? null : id, [
    updateRole(deps.db, id, role),
    audit(deps, by, 'operator.role_changed', about),
  ])
  return kept.ok ? ok({ ...found, role }) : kept
}

/** Ends every session of his in the same batch. */
export async function removeOperator(
  deps: Deps,
  by: Acting,
  id: string,
): Promise<Result<null, OperatorFailure>> {
  const found = await operatorById(deps.db, id)
  if (found === undefined) return fail({ kind: 'operator_not_found' })
  const about = { target: id, details: { name: found.name, role: found.role } }
  return keepingAnOwner(deps, id, id, [
    deleteOperator(deps.db, id),
    deleteSessionsOf(deps.db, id),
    deletePasskeysOf(deps.db, id),
    audit(deps, by, 'operator.removed', about),
  ])
}

/**
 * @param id who has to be there still
 * @param leaving who is no owner afterwards; null: nobody
 */
async function keepingAnOwner(
  deps: Deps,
  id: string,
  leaving: string | null,
  writes: readonly Write[],
): Promise<Result<null, OperatorFailure>> {
  try {
    await commit(deps.db, [
      demandOperator(deps.db, id),
      ...(leaving === null ? [] : [demandAnotherOwner(deps.db, leaving)]),
      ...writes,
    ])
    return ok(null)
  } catch (error) {
    if ((await operatorById(deps.db, id)) === undefined) return fail({ kind: 'operator_not_found' })
    if (leaving === null || (await isAnotherOwner(deps.db, leaving))) throw error
    return fail({ kind: 'last_owner' })
  }
}

export async function beginPasskey(deps: Deps, operator: Operator): Promise<Ceremony> {
  const known = await passkeysOf(deps.db, operator.id)
  const about = { purpose: 'add_passkey', operatorId: operator.id, name: operator.name } as const
  return beginCeremony(deps, about, (challenge) =>
    creationOptions(deps.publicUrl, challenge, operator, known),
  )
}

export async function addPasskey(
  deps: Deps,
  by: Acting,
  input: {
    readonly challengeId: string
    readonly credential: NewCredential
    readonly name: string | undefined
  },
): Promise<Result<Passkey, RegistrationFailure>> {
  const taken = await takeChallenge(deps, input.challengeId, 'add_passkey')
  if (!taken.ok) return taken
  const { challenge, spend } = taken.value
  // Begun by somebody else: not what this operator was asked.
  if (challenge.operatorId !== by.operator.id) return fail({ kind: 'challenge_expired' })
  const name = input.name ?? 'Passkey'
  const passkey = await newPasskey(deps, challenge, input.credential, by.operator.id, name)
  if (!passkey.ok) return passkey
  try {
    await commit(deps.db, [
      spend,
      insertPasskey(deps.db, passkey.value),
      audit(deps, by, 'passkey.added', { target: passkey.value.id }),
    ])
  } catch (error) {
    if (await wasSpent(deps, challenge)) return fail({ kind: 'challenge_expired' })
    throw error
  }
  return passkey
}

export async function renamePasskey(
  deps: Deps,
  by: Acting,
  id: string,
  name: string,
): Promise<Result<Passkey, OperatorFailure>> {
  const found = (await passkeysOf(deps.db, by.operator.id)).find((passkey) => passkey.id === id)
  if (found === undefined) return fail({ kind: 'passkey_not_found' })
  await commit(deps.db, [
    updatePasskeyName(deps.db, id, by.operator.id, name),
    audit(deps, by, 'passkey.renamed', { target: id }),
  ])
  return ok({ ...found, name })
}

export async function removePasskey(
  deps: Deps,
  by: Acting,
  id: string,
): Promise<Result<null, OperatorFailure>> {
  const { db } = deps
  const { id: operatorId } = by.operator
  const idsOf = async () => (await passkeysOf(db, operatorId)).map((passkey) => passkey.id)
  if (!(await idsOf()).includes(id)) return fail({ kind: 'passkey_not_found' })
  try {
    await commit(db, [
      demandAnotherPasskey(db, id, operatorId),
      deletePasskey(db, id, operatorId),
      audit(deps, by, 'passkey.removed', { target: id }),
    ])
    return ok(null)
  } catch (error) {
    if ((await idsOf()).some((other) => other !== id)) throw error
    return fail({ kind: 'last_passkey' })
  }
}

/** Ends one session of the operator's own. */
export async function endSession(
  deps: Deps,
  by: Acting,
  id: string,
): Promise<Result<null, OperatorFailure>> {
  const own = await sessionsOf(deps.db, by.operator.id)
  if (!own.some((session) => session.id === id)) {
    return fail({ kind: 'operator_session_not_found' })
  }
  await commit(deps.db, [
    deleteSession(deps.db, id, by.operator.id),
    audit(deps, by, 'session.ended', { target: id }),
  ])
  return ok(null)
}

export const endAllSessions = (deps: Deps, by: Acting): Promise<void> =>
  commit(deps.db, [deleteSessionsOf(deps.db, by.operator.id), audit(deps, by, 'sessions.ended')])

const audit = (
  deps: Deps,
  { operator, from }: Acting,
  action: AuditAction,
  about: Partial<Pick<AuditEntry, 'target' | 'details'>> = {},
): Write => insertAudit(deps.db, auditOf(deps, operator, action, from, about))
