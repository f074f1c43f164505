/** Signing in with a passkey, and once more for what asks for a fresh sign-in; signing out. */
import { hashOfToken } from '../../auth/operator-token.ts'
import {
  requestOptions,
  verifyKnownPasskey,
  type KnownCredential,
  type PasskeyRefused,
} from '../../auth/passkey.ts'
import type { CalledFrom } from '../../domain/audit.ts'
import {
  isSessionLive,
  SEEN_EVERY_MS,
  type Operator,
  type OperatorSession,
} from '../../domain/operator.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { commit } from '../../storage/database.ts'
import { insertAudit } from '../../storage/operator-audit.ts'
import { notePasskeyUse, passkeyByCredential, passkeysOf } from '../../storage/operator-passkeys.ts'
import {
  deleteEndedSessions,
  deleteSession,
  noteSessionSeen,
  sessionByToken,
} from '../../storage/operator-sessions.ts'
import { noteOperatorSeen, operatorById } from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'
import {
  beginCeremony,
  takeChallenge,
  wasSpent,
  type Ceremony,
  type ChallengeExpired,
} from './ceremony.ts'
import { auditOf, openSession, type SignedIn } from './open-session.ts'

export type SignInFailure = ChallengeExpired | PasskeyRefused

export type Caller = { readonly operator: Operator; readonly session: OperatorSession }

/** @param caller who signs in once more: only his own passkeys are asked for */
export async function beginSignIn(deps: Deps, caller: Caller | null): Promise<Ceremony> {
  const known = caller === null ? [] : await passkeysOf(deps.db, caller.operator.id)
  const about = { purpose: 'sign_in', operatorId: null, name: null } as const
  return beginCeremony(deps, about, (challenge) => requestOptions(deps.publicUrl, challenge, known))
}

/** @param caller whose session the new one takes the place of */
export async function finishSignIn(
  deps: Deps,
  challengeId: string,
  credential: KnownCredential,
  from: CalledFrom,
  caller: Caller | null,
): Promise<Result<SignedIn, SignInFailure>> {
  const taken = await takeChallenge(deps, challengeId, 'sign_in')
  if (!taken.ok) return taken
  const { challenge, spend } = taken.value
  const passkey = await passkeyByCredential(deps.db, credential.id)
  const operator =
    passkey === undefined ? undefined : await operatorById(deps.db, passkey.operatorId)
  if (passkey === undefined || operator === undefined) return fail({ kind: 'passkey_refused' })
  const { publicUrl } = deps
  const verified = await verifyKnownPasskey(publicUrl, challenge.challenge, credential, passkey)
  if (!verified.ok) return verified

  const { signedIn, writes } = await openSession(deps, operator, 'operator.signed_in', from)
  try {
    await commit(deps.db, [
      spend,
      notePasskeyUse(deps.db, passkey.id, { ...verified.value, lastUsedAt: deps.clock() }),
      ...(caller === null ? [] : [deleteSession(deps.db, caller.session.id, caller.operator.id)]),
      ...writes,
    ])
  } catch (error) {
    if (await wasSpent(deps, challenge)) return fail({ kind: 'challenge_expired' })
    throw error
  }
  return ok(signedIn)
}

/** Whose cookie it is; null for one that is over, or that never was. */
export async function callerOf(deps: Deps, token: Secret): Promise<Caller | null> {
  const found = await sessionByToken(deps.db, await hashOfToken(token))
  const now = deps.clock()
  if (found === undefined || !isSessionLive(found.session, now)) return null
  if (now - found.session.lastSeenAt >= SEEN_EVERY_MS) deps.waitUntil(noteSeen(deps, found, now))
  return found
}

async function noteSeen(deps: Deps, { operator, session }: Caller, now: number): Promise<void> {
  await commit(deps.db, [
    noteSessionSeen(deps.db, session.id, now),
    noteOperatorSeen(deps.db, operator.id, now),
  ]).catch((error: unknown) => deps.log.warn('session_not_noted', errorFields(error)))
}

export const signOut = (
  deps: Deps,
  { operator, session }: Caller,
  from: CalledFrom,
): Promise<void> =>
  commit(deps.db, [
    deleteSession(deps.db, session.id, operator.id),
    insertAudit(deps.db, auditOf(deps, operator, 'operator.signed_out', from)),
  ])

/**
 * Forgets sessions that are over, and challenges that could not come back any more.
 *
 * @returns how many
 */
export const sweepSessions = (deps: Deps): Promise<number> =>
  deleteEndedSessions(deps.db, deps.clock())
