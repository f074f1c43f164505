/**
 * The user who began finishes: only then is there a connection (security.md 4.4). The verifier
 * proves who began; the handoff or the completion code proves which browser came back.
 */
import type { Environment } from '../../domain/environment.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import { organizationOwner, type Owner } from '../../domain/owner.ts'
import { errorFields } from '../../kit/log.ts'
import { sha256Base64Url, sha256Hex, timingSafeEqual } from '../../kit/digest.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { countCompletionTry, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { attemptById } from '../../storage/find-attempt.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import { isGrantTaken } from '../../storage/credential-versions.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { attemptIntegration, type AttemptIntegrationFailure } from './attempt-integration.ts'
import { referenceOfAttempt } from './attempt-reference.ts'
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'
import { endAttempt } from './end-attempt.ts'
import { promoteCandidate, type CannotConnect } from './promote-candidate.ts'

export type CompleteConnect = {
  readonly environment: Environment
  /** Who says so: the widget session's owner, or the user of the backend's own session. */
  readonly owner: Owner
  /** The member who connected an organization's account; the owning user unless told. */
  readonly actingUserId?: string
  /** The organization whose shared connections this user may make as well. */
  readonly manages?: string | null
  /** Only an attempt of this provider; of whichever unless told. */
  readonly slug?: string
  readonly attemptId: string
  readonly codeVerifier: string
  readonly completionCode: string | null
}

export type CompleteFailure =
  | { readonly kind: 'attempt_not_found' }
  | { readonly kind: 'attempt_expired' }
  | { readonly kind: 'attempt_not_pending'; readonly status: string }
  | { readonly kind: 'verifier_mismatch' }
  | CannotConnect
  | AttemptIntegrationFailure

export type Completed = { readonly attempt: ConnectAttempt; readonly account: ConnectedAccount }

const MAX_TRIES = 5
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/ // RFC 7636 §4.1

/** Repeating it returns the same connection. A sixth wrong try ends the attempt. */
export async function completeConnect(
  deps: Deps,
  input: CompleteConnect,
): Promise<Result<Completed, CompleteFailure>> {
  const attempt = await ownAttempt(deps, input)
  if (attempt === undefined) return fail({ kind: 'attempt_not_found' })
  if (attempt.codeChallenge === null) return notPending(attempt)
  if (attempt.failureCode === 'attempt_expired') return fail({ kind: 'attempt_expired' })
  if (attempt.status !== 'pending' && attempt.status !== 'completed') return notPending(attempt)

  if (!(await isProven(attempt, input))) return refuse(deps, attempt)
  if (attempt.status === 'completed') {
    const account = await accountById(deps.db, attempt.environmentId, attempt.accountId ?? '')
    const isGone = account === undefined || account.state === 'disconnected'
    return isGone ? notPending(attempt) : ok({ attempt, account })
  }
  // Whose proof was accepted before may finish later: only the last step is missing.
  if (attempt.expiresAt <= deps.clock() && !(await isTaken(deps, attempt))) {
    await giveUp(deps, attempt, 'failed', 'attempt_expired')
    return fail({ kind: 'attempt_expired' })
  }
  const live = await attemptIntegration(deps, attempt)
  if (!live.ok) {
    await giveUp(deps, attempt, 'failed', live.failure.kind)
    return live
  }
  const reference = referenceOfAttempt(attempt, input.environment)
  const account = await promoteCandidate(deps, attempt, reference)
  if (!account.ok) {
    return account.failure.kind === 'superseded'
      ? notPending({ ...attempt, status: 'failed' })
      : fail(account.failure)
  }
  return ok({ attempt: { ...attempt, status: 'completed' }, account: account.value })
}

/** Whether this attempt's proof was accepted before, and only its last step is missing. */
export async function isTaken(
  deps: Deps,
  { environmentId, candidate }: ConnectAttempt,
): Promise<boolean> {
  const grantId = candidate?.grantId
  return grantId !== undefined && (await isGrantTaken(deps.db, { environmentId, grantId }))
}

/** The attempt, if it is this owner's: somebody else's is as unknown as one that never was. */
export async function ownAttempt(
  deps: Deps,
  input: Pick<CompleteConnect, 'environment' | 'slug' | 'attemptId'> & Begun,
): Promise<ConnectAttempt | undefined> {
  const attempt = await attemptById(deps.db, input.environment.id, input.attemptId)
  if (attempt === undefined || attempt.slug !== (input.slug ?? attempt.slug)) return undefined
  return isAttemptOf(attempt, input) ? attempt : undefined
}

type Begun = Pick<CompleteConnect, 'owner' | 'actingUserId' | 'manages'>

/** The same user in another organization is another owner; another member has not begun it. */
export const isAttemptOf = (
  attempt: ConnectAttempt,
  { owner, actingUserId = owner.userId, manages = null }: Begun,
): boolean =>
  isBegunFor(attempt, owner, actingUserId) ||
  (manages !== null && isBegunFor(attempt, organizationOwner(manages), actingUserId))

const isBegunFor = (attempt: ConnectAttempt, owner: Owner, actingUserId: string): boolean =>
  attempt.ownerKind === owner.kind &&
  attempt.userId === actingUserId &&
  attempt.organizationId === (owner.organizationId ?? '')

async function isProven(attempt: ConnectAttempt, input: CompleteConnect): Promise<boolean> {
  if (!VERIFIER.test(input.codeVerifier)) return false
  const challenge = await sha256Base64Url(input.codeVerifier)
  if (!(await timingSafeEqual(challenge, attempt.codeChallenge ?? ''))) return false
  if (attempt.completionCodeHash === null) return attempt.handoffTokenHash !== null
  const codeHash = await sha256Hex(input.completionCode ?? '')
  return timingSafeEqual(codeHash, attempt.completionCodeHash)
}

async function refuse(
  deps: Deps,
  attempt: ConnectAttempt,
): Promise<Result<never, CompleteFailure>> {
  const tries = await countCompletionTry(deps.db, attempt)
  if (tries > MAX_TRIES) await giveUp(deps, attempt, 'rejected', 'completion_refused')
  return fail({ kind: 'verifier_mismatch' })
}

async function giveUp(
  deps: Deps,
  attempt: ConnectAttempt,
  status: 'failed' | 'rejected',
  code: AttemptFailureCode,
): Promise<void> {
  if (!(await endAttempt(deps, attempt, { status, code }))) return
  const work = revokeCandidate(deps, attempt)
  deps.waitUntil(
    work.catch((error: unknown) =>
      deps.log.warn('revocation_failed', { attempt_id: attempt.id, ...errorFields(error) }),
    ),
  )
}

const notPending = (attempt: ConnectAttempt): Result<never, CompleteFailure> =>
  fail({ kind: 'attempt_not_pending', status: attempt.status })
