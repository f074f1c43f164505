/** Makes a connection of a candidate that nobody has to prove any more. Can be repeated. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { completeAttempt, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { accountById, compatibilityAccount } from '../../storage/connected-accounts.ts'
import { commit } from '../../storage/database.ts'
import { fetchPictureBehind } from '../accounts/fetch-picture.ts'
import { placeGrant, type NewGrant, type PlaceFailure } from '../accounts/place-grant.ts'
import { BY_OAUTH } from '../accounts/proof.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import type { AttemptFailureCode } from '../../domain/attempt-failure.ts'
import { endAttempt } from './end-attempt.ts'

/** Nothing was connected, and the attempt has ended. */
export type PromoteFailure = { readonly kind: 'superseded' } | CannotConnect

/** The connection that was meant is gone or is another account, or there are as many as there can be. */
export type CannotConnect = {
  readonly kind: 'account_not_found' | 'account_mismatch' | 'too_many_connections'
}

export async function promoteCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
): Promise<Result<ConnectedAccount, PromoteFailure>> {
  if (attempt.candidate === null) throw new Error('an attempt without a candidate was promoted')
  const placed = await placeGrant(deps, {
    reference,
    slug: attempt.slug,
    clientVersionId: attempt.clientVersionId,
    candidate: attempt.candidate,
    obtainedAt: attempt.updatedAt,
    intent: intentOf(attempt),
    isIdentified: true,
    proof: { ...BY_OAUTH, config: attempt.config },
    writes: (account) => [completeAttempt(deps.db, attempt, account.id, account.updatedAt)],
  })
  if (!placed.ok) return dropCandidate(deps, attempt, reference, placed.failure)
  fetchPictureBehind(deps, reference.environmentKind, placed.value, attempt.candidate.pictureUrl)
  deps.log.info('account_connected', {
    environment_id: placed.value.environmentId,
    attempt_id: attempt.id,
    account_id: placed.value.id,
    slug: attempt.slug,
  })
  return placed
}

const intentOf = ({ intent, targetAccountId }: ConnectAttempt): NewGrant['intent'] =>
  targetAccountId === null ? (intent ?? undefined) : 'reauthorize'

/** What the person who was connecting is told. */
export const endingOf = ({ kind }: PromoteFailure): AttemptFailureCode =>
  kind === 'superseded' ? 'storage_failed' : kind

/**
 * The owner has a newer connection, has disconnected this one, or cannot have it: a completion that is
 * repeated later takes nothing away and brings nothing back.
 */
async function dropCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
  { kind, accountId }: PlaceFailure,
): Promise<Result<ConnectedAccount, PromoteFailure>> {
  const failure = { kind: kind === 'conflict' ? 'superseded' : kind } as const
  const live =
    kind === 'superseded' ? await newerConnection(deps, attempt, reference, accountId) : undefined
  if (live === undefined) {
    const ending = { status: 'failed', code: endingOf(failure), from: ['pending'] } as const
    await endAttempt(deps, attempt, ending)
    giveBackBehind(deps, attempt)
    return fail(failure)
  }
  await commit(deps.db, [completeAttempt(deps.db, attempt, live.id, deps.clock())])
  giveBackBehind(deps, attempt)
  return ok(live)
}

const giveBackBehind = (deps: Deps, attempt: ConnectAttempt): void =>
  deps.waitUntil(
    revokeCandidate(deps, attempt).catch((error: unknown) =>
      deps.log.warn('revocation_failed', { attempt_id: attempt.id, ...errorFields(error) }),
    ),
  )

/** The connection that has had a newer grant, as long as it lives. */
async function newerConnection(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
  accountId: string,
): Promise<ConnectedAccount | undefined> {
  const live =
    intentOf(attempt) === undefined
      ? await compatibilityAccount(deps.db, reference)
      : await accountById(deps.db, reference.environmentId, accountId)
  const isLive = live?.state === 'connected' || live?.state === 'needs_reauthorization'
  return isLive ? live : undefined
}
