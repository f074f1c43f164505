/**
 * Makes a connection of a candidate. The account's row comes first, then the owner's object, then
 * the record that it is connected; each step can be repeated, and the event's id repeats with it.
 */
import { eventIdOf } from '../../domain/event.ts'
import type { ReplacedGrant } from '../../domain/grant.ts'
import { UNSEEN, type ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import {
  completeAttempt,
  type Candidate,
  type ConnectAttempt,
} from '../../storage/connect-attempts.ts'
import {
  accountById,
  connectAccount,
  deletePendingAccount,
  insertPendingAccount,
  liveAccount,
} from '../../storage/connected-accounts.ts'
import { deleteGrantVersions, insertCredentialVersion } from '../../storage/credential-versions.ts'
import { commit, type Write } from '../../storage/database.ts'
import { insertEvent } from '../../storage/events.ts'
import { recordObservation } from '../../storage/observations.ts'
import { insertRevocation } from '../../storage/revocations.ts'
import { keyIdOf } from '../../vault/envelope.ts'
import { underActiveKey } from '../../vault/rewrap.ts'
import { accountEventData } from '../accounts/account-event.ts'
import type { Deps } from '../deps.ts'
import { revokeBehind } from '../tokens/queued-revocations.ts'
import { revokeCandidate } from '../tokens/revoke-grant.ts'
import { endAttempt } from './end-attempt.ts'
import { credentialOfCandidate } from './candidate-credential.ts'
import { resealFor } from './reseal-candidate.ts'

const MAX_RACES = 3

export async function promoteCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
): Promise<Result<ConnectedAccount, { readonly kind: 'superseded' }>> {
  if (attempt.candidate === null) throw new Error('an attempt without a candidate was promoted')
  const { candidate, previous, createdAt } = await reserve(
    deps,
    attempt,
    reference,
    attempt.candidate,
  )
  const installed = await deps.ownerAccounts(reference).install({
    v: 1,
    reference,
    slug: attempt.slug,
    accountId: candidate.accountId,
    credential: credentialOfCandidate(candidate, attempt.updatedAt),
    clientVersionId: attempt.clientVersionId,
    knownSequence: previous?.sequence ?? 0,
    rules: candidate.rules ?? null,
  })
  if (installed.kind === 'superseded') return dropCandidate(deps, attempt, reference, candidate)
  const { sequence } = installed
  const account = accountOf(deps, attempt, reference, candidate, { createdAt, sequence })
  const at = { environmentId: account.environmentId, accountId: account.id }
  await commit(deps.db, [
    connectAccount(deps.db, account, keyIdOf(candidate.wrappedKey) ?? '', account.updatedAt),
    insertEvent(deps.db, {
      id: eventIdOf(account.id, account.sequence),
      environmentId: account.environmentId,
      name: 'pipes.connected_account.connected',
      data: accountEventData({ ...account, accountId: account.id }),
      createdAt: account.updatedAt,
    }),
    completeAttempt(deps.db, attempt, account.id, account.updatedAt),
    ...(installed.observation === undefined
      ? []
      : [recordObservation(deps.db, at, installed.observation)]),
    ...queueReplaced(deps, account, previous, reference, installed.replaced),
  ])
  deps.log.info('account_connected', {
    environment_id: account.environmentId,
    attempt_id: attempt.id,
    account_id: account.id,
    slug: account.slug,
  })
  const { replaced } = installed
  if (replaced !== null) {
    const { grantId, epoch } = replaced.credential
    revokeBehind(deps, { ...at, accountId: replaced.accountId, grantId, epoch })
  }
  return ok(account)
}

/**
 * The owner has a newer connection, or has disconnected this one: a completion that is repeated later
 * takes nothing away and brings nothing back. What `reserve` wrote goes.
 */
async function dropCandidate(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
  { accountId, grantId }: Candidate,
): Promise<Result<ConnectedAccount, { readonly kind: 'superseded' }>> {
  const at = { environmentId: reference.environmentId, accountId, grantId }
  await commit(deps.db, [deletePendingAccount(deps.db, at), deleteGrantVersions(deps.db, at)])
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

/** Writes the pending row and the credential's record, under the id that the owner's account has. */
async function reserve(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
  sealed: Candidate,
): Promise<{
  readonly candidate: Candidate
  readonly previous: ConnectedAccount | undefined
  readonly createdAt: number
}> {
  const { environmentId } = reference
  const scope = { environmentId, subject: sealed.accountId }
  let candidate = await underActiveKey(deps.keyring, sealed, scope)
  for (let race = 0; race < MAX_RACES; race += 1) {
    const previous = await liveAccount(deps.db, reference)
    const accountId = previous?.id ?? (await unusedId(deps, candidate, reference))
    if (accountId !== candidate.accountId) {
      candidate = await resealFor(deps, candidate, reference, accountId)
    }
    const at = { environmentId: reference.environmentId, accountId: candidate.accountId }
    const createdAt = previous?.createdAt ?? deps.clock()
    const pending = accountOf(deps, attempt, reference, candidate, { createdAt, sequence: 0 })
    if (previous === undefined) {
      const keyId = keyIdOf(candidate.wrappedKey) ?? ''
      await commit(deps.db, [insertPendingAccount(deps.db, pending, keyId)])
    }
    // Two attempts for one owner may both find no row; only one of theirs is inserted.
    const winner = previous ?? (await liveAccount(deps.db, reference))
    if (winner?.id === candidate.accountId) {
      const credential = credentialOfCandidate(candidate, attempt.updatedAt)
      await commit(deps.db, [insertCredentialVersion(deps.db, at, credential)])
      const isFirst = winner.state === 'pending'
      return { candidate, previous: isFirst ? undefined : previous, createdAt: winner.createdAt }
    }
  }
  throw new Error('an account could not be reserved')
}

/** The candidate's own id, unless that account was disconnected meanwhile: the next one has a new id. */
async function unusedId(
  deps: Deps,
  { accountId }: Candidate,
  { environmentId }: OwnerReference,
): Promise<string> {
  const dead = await accountById(deps.db, environmentId, accountId)
  return dead === undefined ? accountId : newId('data_installation', deps.clock(), deps.random)
}

function accountOf(
  deps: Deps,
  attempt: ConnectAttempt,
  reference: OwnerReference,
  candidate: Candidate,
  row: Pick<ConnectedAccount, 'createdAt' | 'sequence'>,
): ConnectedAccount {
  return {
    id: candidate.accountId,
    environmentId: attempt.environmentId,
    integrationId: attempt.dataIntegrationId,
    slug: attempt.slug,
    owner: reference.owner,
    state: 'connected',
    reason: null,
    grantId: candidate.grantId,
    clientVersionId: attempt.clientVersionId,
    scopes: candidate.scopes,
    accountIdentifier: candidate.accountIdentifier,
    accountDisplayName: candidate.accountDisplayName,
    care: UNSEEN,
    ...row,
    updatedAt: deps.clock(),
  }
}

/** The grant that was replaced goes back to its provider only if it was another account there. */
function queueReplaced(
  deps: Deps,
  account: ConnectedAccount,
  previous: ConnectedAccount | undefined,
  reference: OwnerReference,
  replaced: ReplacedGrant | null,
): readonly Write[] {
  if (replaced === null) return []
  const isOther =
    previous?.accountIdentifier != null &&
    account.accountIdentifier !== null &&
    previous.accountIdentifier !== account.accountIdentifier
  return [
    insertRevocation(deps.db, {
      reference,
      slug: account.slug,
      grant: replaced,
      cause: 'replaced',
      accountIdentifier: isOther ? previous.accountIdentifier : null,
      now: deps.clock(),
    }),
  ]
}
