/** A new operator with a first passkey: what set-up and invitations have in common. */
import {
  creationOptions,
  verifyNewPasskey,
  type NewCredential,
  type PasskeyRefused,
} from '../../auth/passkey.ts'
import type { PasskeyChallenge } from '../../auth/passkey-challenge.ts'
import type { AuditAction, CalledFrom } from '../../domain/audit.ts'
import type { Operator, Role } from '../../domain/operator.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Write } from '../../storage/database.ts'
import {
  insertPasskey,
  passkeyByCredential,
  type Passkey,
} from '../../storage/operator-passkeys.ts'
import type { Deps } from '../deps.ts'
import { beginCeremony, takeChallenge, type Ceremony, type ChallengeExpired } from './ceremony.ts'
import { openSession, type SignedIn } from './open-session.ts'

export type Registration = {
  readonly challengeId: string
  readonly credential: NewCredential
  readonly from: CalledFrom
}

export type RegistrationFailure =
  | ChallengeExpired
  | PasskeyRefused
  | { readonly kind: 'passkey_exists' }

export function beginRegistration(
  deps: Deps,
  purpose: 'set_up' | 'join',
  name: string,
): Promise<Ceremony> {
  const operator = { id: newId('operator', deps.clock(), deps.random), name }
  return beginCeremony(deps, { purpose, operatorId: operator.id, name }, (challenge) =>
    creationOptions(deps.publicUrl, challenge, operator, []),
  )
}

export type Registered = {
  readonly challenge: PasskeyChallenge
  readonly operator: Operator
  readonly signedIn: SignedIn
  /** All but the operator's own row. */
  readonly writes: readonly Write[]
}

export async function registerOperator(
  deps: Deps,
  purpose: 'set_up' | 'join',
  role: Role,
  { challengeId, credential, from }: Registration,
): Promise<Result<Registered, RegistrationFailure>> {
  const taken = await takeChallenge(deps, challengeId, purpose)
  if (!taken.ok) return taken
  const { challenge, spend } = taken.value
  const { operatorId: id, name } = challenge
  if (id === null || name === null) return fail({ kind: 'challenge_expired' })
  const now = deps.clock()
  const operator: Operator = {
    id,
    name,
    email: null,
    role,
    createdAt: now,
    lastSeenAt: now,
  }
  const passkey = await newPasskey(deps, challenge, credential, operator.id, 'Passkey')
  if (!passkey.ok) return passkey
  const action: AuditAction = purpose === 'set_up' ? 'operator.set_up' : 'operator.joined'
  const { signedIn, writes } = await openSession(deps, operator, action, from)
  return ok({
    challenge,
    operator,
    signedIn,
    writes: [spend, insertPasskey(deps.db, passkey.value), ...writes],
  })
}

export async function newPasskey(
  deps: Deps,
  { challenge }: PasskeyChallenge,
  credential: NewCredential,
  operatorId: string,
  name: string,
): Promise<Result<Passkey, RegistrationFailure>> {
  const verified = await verifyNewPasskey(deps.publicUrl, challenge, credential)
  if (!verified.ok) return verified
  if ((await passkeyByCredential(deps.db, verified.value.credentialId)) !== undefined) {
    return fail({ kind: 'passkey_exists' })
  }
  const now = deps.clock()
  return ok({
    ...verified.value,
    id: newId('passkey', now, deps.random),
    operatorId,
    name,
    createdAt: now,
    lastUsedAt: null,
  })
}
