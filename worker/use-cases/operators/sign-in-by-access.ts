/**
 * Signing in through Cloudflare Access, where the deployment has it in front. Access says who it is, by
 * e-mail; who may come in, and as what, is said here: the owner of the configuration, and whom an owner has invited.
 */
import { verifyAccessAssertion, type AssertionRefused } from '../../auth/access-assertion.ts'
import type { AccessApplication, AssertedPerson } from '../../domain/access.ts'
import type { AuditAction, CalledFrom } from '../../domain/audit.ts'
import type { Operator } from '../../domain/operator.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { commit, type Write } from '../../storage/database.ts'
import { deleteSession } from '../../storage/operator-sessions.ts'
import {
  deleteInvitationsOf,
  demandInvitation,
  insertOperator,
  invitationByEmail,
  operatorByEmail,
} from '../../storage/operators.ts'
import type { Deps } from '../deps.ts'
import { openSession, type SignedIn } from './open-session.ts'
import type { Caller } from './sign-in.ts'

export type NotAsserted =
  | AssertionRefused
  | { readonly kind: 'access_assertion_missing' }
  | { readonly kind: 'access_keys_unavailable'; readonly retryAfterSeconds: number }

export type AccessFailure =
  | NotAsserted
  | { readonly kind: 'access_off' }
  | { readonly kind: 'access_person_unknown'; readonly email: string }

/** @param caller whose session the new one takes the place of */
export async function signInByAccess(
  deps: Deps,
  assertion: Secret | null,
  from: CalledFrom,
  caller: Caller | null,
): Promise<Result<SignedIn, AccessFailure>> {
  const { access } = deps
  if (access === null) return fail({ kind: 'access_off' })
  const person = await assertedPerson(deps, access, assertion)
  if (!person.ok) return person
  const { email } = person.value
  const known = await operatorByEmail(deps.db, email)
  if (known !== undefined) return enter(deps, known, person.value, from, caller)
  const joining = await joiningOf(deps, access, email)
  if (joining === undefined) return fail({ kind: 'access_person_unknown', email })
  try {
    return await enter(deps, joining.operator, person.value, from, caller, joining)
  } catch (error) {
    // Two windows at once: one address is one operator, and the other window has made it.
    const made = await operatorByEmail(deps.db, email)
    if (made === undefined) throw error
    return enter(deps, made, person.value, from, caller)
  }
}

/**
 * Whether a session still opens anything: one of Access while Access vouches for the same person, one of a
 * passkey where passkeys sign in.
 */
export async function isVouchedFor(
  deps: Deps,
  { operator, session }: Caller,
  assertion: Secret | null,
): Promise<Result<boolean, NotAsserted>> {
  const { access } = deps
  if (access === null || session.method === 'passkey') {
    return ok(access === null && session.method === 'passkey')
  }
  const person = await assertedPerson(deps, access, assertion)
  if (person.ok) return ok(person.value.email === operator.email)
  // Without keys nothing is known; everything else is a no.
  return person.failure.kind === 'access_keys_unavailable' ? person : ok(false)
}

async function assertedPerson(
  deps: Deps,
  access: AccessApplication,
  assertion: Secret | null,
): Promise<Result<AssertedPerson, NotAsserted>> {
  if (assertion === null) return fail({ kind: 'access_assertion_missing' })
  const jwksUri = `${access.teamOrigin}/cdn-cgi/access/certs`
  const request = {
    environmentId: 'access',
    // The configuration admits a team on this machine for work on Pipes itself.
    egress: deps.egressFor(access.teamOrigin.startsWith('https:') ? 'production' : 'sandbox'),
    waitUntil: deps.waitUntil,
  }
  return verifyAccessAssertion(assertion, access, deps.clock(), async (_, wanted) => {
    const found = await deps.issuerKeys(request, { jwksUri }, wanted)
    if (found.ok) return found
    const { retryAfterSeconds } = found.failure
    return fail({ kind: 'access_keys_unavailable', retryAfterSeconds } as const)
  })
}

type Joining = {
  readonly operator: Operator
  readonly action: AuditAction
  readonly writes: readonly Write[]
}

async function joiningOf(
  deps: Deps,
  { ownerEmail }: AccessApplication,
  email: string,
): Promise<Joining | undefined> {
  const now = deps.clock()
  const invitation = await invitationByEmail(deps.db, email, now)
  if (invitation === undefined && email !== ownerEmail) return undefined
  const operator: Operator = {
    id: newId('operator', now, deps.random),
    name: invitation?.name ?? email.split('@')[0] ?? email,
    email,
    role: email === ownerEmail ? 'owner' : (invitation?.role ?? 'viewer'),
    createdAt: now,
    lastSeenAt: now,
  }
  return {
    operator,
    action: invitation === undefined ? 'operator.set_up' : 'operator.joined',
    writes: [
      ...(invitation === undefined
        ? []
        : [
            demandInvitation(deps.db, invitation.tokenHash, now),
            deleteInvitationsOf(deps.db, email),
          ]),
      insertOperator(deps.db, operator),
    ],
  }
}

async function enter(
  deps: Deps,
  operator: Operator,
  { assertedAt }: AssertedPerson,
  from: CalledFrom,
  caller: Caller | null,
  joining?: Joining,
): Promise<Result<SignedIn, never>> {
  const action = joining?.action ?? 'operator.signed_in'
  // As old as what Access says: a sign-in that it only repeats is no fresh one.
  const proof = { method: 'access', provenAt: assertedAt } as const
  const { signedIn, writes } = await openSession(deps, operator, action, from, proof)
  await commit(deps.db, [
    ...(joining?.writes ?? []),
    ...(caller === null ? [] : [deleteSession(deps.db, caller.session.id, caller.operator.id)]),
    ...writes,
  ])
  return ok(signedIn)
}
