/** Makes a connection of a candidate that nobody has to prove any more. Can be repeated. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { completeAttempt, type ConnectAttempt } from '../../storage/connect-attempts.ts'
import { liveAccount } from '../../storage/connected-accounts.ts'
import { commit } from '../../storage/database.ts'
import { BY_OAUTH, placeGrant } from '../accounts/place-grant.ts'
import type { Deps } from '../deps.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { endAttempt } from './end-attempt.ts'

export async function promoteCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
): Promise<Result<ConnectedAccount, { readonly kind: 'superseded' }>> {
  if (attempt.candidate === null) throw new Error('an attempt without a candidate was promoted')
  const placed = await placeGrant(deps, {
    reference,
    slug: attempt.slug,
    clientVersionId: attempt.clientVersionId,
    candidate: attempt.candidate,
    obtainedAt: attempt.updatedAt,
    proof: { ...BY_OAUTH, config: attempt.config },
    writes: (account) => [completeAttempt(deps.db, attempt, account.id, account.updatedAt)],
  })
  if (!placed.ok) return dropCandidate(deps, attempt, reference)
  deps.log.info('account_connected', {
    environment_id: placed.value.environmentId,
    attempt_id: attempt.id,
    account_id: placed.value.id,
    slug: attempt.slug,
  })
  return placed
}

/**
 * The owner has a newer connection, or has disconnected this one: a completion that is repeated later
 * takes nothing away and brings nothing back.
 */
async function dropCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
): Promise<Result<ConnectedAccount, { readonly kind: 'superseded' }>> {
  const live = await liveAccount(deps.db, reference)
  if (live === undefined || live.state === 'pending') {
    const ending = { status: 'failed', code: 'storage_failed', from: ['pending'] } as const
    await endAttempt(deps, attempt, ending)
    deps.waitUntil(revokeCandidate(deps, attempt))
    return fail({ kind: 'superseded' })
  }
  await commit(deps.db, [completeAttempt(deps.db, attempt, live.id, deps.clock())])
  deps.waitUntil(revokeCandidate(deps, attempt))
  return ok(live)
}
