/**
 * Gives queued grants back: at once when they are queued, then again for a day. Providers often end
 * *all* tokens of a user for an app, so a grant that another connection lives on is left alone.
 */
import type { ConnectedAccount } from '../../domain/integration.ts'
import type { OwnerReference } from '../../domain/owner.ts'
import { days, hours, minutes } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import { accountById, isAccountHeld, isGrantShared } from '../../storage/connected-accounts.ts'
import { deleteOrphanedClients } from '../../storage/client-versions.ts'
import { commit } from '../../storage/database.ts'
import { environmentById } from '../../storage/environments.ts'
import {
  claimRevocation,
  deleteFinishedRevocations,
  dueRevocations,
  finishRevocation,
  revocationOf,
  type FinalOutcome,
  type Revocation,
} from '../../storage/revocations.ts'
import type { Deps } from '../deps.ts'
import { openAndRevoke } from './revoke-grant.ts'

/** The pauses after the first, second … try. Then it stays at the last one. */
const PAUSES_MS = [minutes(1), minutes(5), minutes(30), hours(2), hours(6)]
const GIVE_UP_AFTER_MS = days(1)
const KEEP_RECORD_MS = days(30)
/** An account's own client is written before the account is. */
const FRESH_CLIENT_MS = minutes(10)
const PAGE = 20
/** Each takes some queries, and one run of a Worker may send D1 a thousand of them. */
const MAX_PAGES = 5

type RevocationKey = Pick<Revocation, 'environmentId' | 'accountId' | 'grantId' | 'epoch'>

/** Tries one grant that was just queued; nothing is lost when this never runs. */
export async function revokeQueued(deps: Deps, key: RevocationKey): Promise<void> {
  const row = await revocationOf(deps.db, key)
  if (row?.outcome === 'pending') await tryOnce(deps, row)
}

/** The same behind the answer. */
export const revokeBehind = (deps: Deps, key: RevocationKey): void =>
  deps.waitUntil(
    revokeQueued(deps, key).catch((error: unknown) =>
      deps.log.warn('revocation_failed', { account_id: key.accountId, ...errorFields(error) }),
    ),
  )

/**
 * Tries what is due, the longest waiting first; the rest has its turn with the next run.
 *
 * @returns how many grants were tried
 */
export async function sweepRevocations(deps: Deps): Promise<number> {
  const now = deps.clock()
  let count = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const due = await dueRevocations(deps.db, now, PAGE)
    await Promise.all(due.map((row) => tryOnce(deps, row)))
    count += due.length
    if (due.length < PAGE) break
  }
  await commit(deps.db, [deleteFinishedRevocations(deps.db, now - KEEP_RECORD_MS)])
  await deleteOrphanedClients(deps.db, now - FRESH_CLIENT_MS)
  return count
}

async function tryOnce(deps: Deps, row: Revocation): Promise<void> {
  const now = deps.clock()
  const pause = PAUSES_MS[Math.min(row.tries, PAUSES_MS.length - 1)] ?? hours(6)
  // Jittered upwards, so that what was queued together is not tried together for ever.
  const jitter = 1 + (deps.random(1)[0] ?? 0) / 1024
  if (!(await claimRevocation(deps.db, row, { nextTryAt: now + pause * jitter, now }))) return
  const outcome = await revoke(deps, row).catch((error: unknown) => {
    deps.log.warn('revocation_failed', { account_id: row.accountId, ...errorFields(error) })
    return 'failed' as const
  })
  const isLast = now + pause - row.createdAt > GIVE_UP_AFTER_MS
  deps.log.info('grant_revoked', {
    account_id: row.accountId,
    slug: row.slug,
    outcome,
    code: row.cause,
    count: row.tries + 1,
  })
  if (outcome === 'failed' && !isLast) return
  await commit(deps.db, finishRevocation(deps.db, row, outcome, deps.clock()))
}

async function revoke(deps: Deps, row: Revocation): Promise<FinalOutcome> {
  if (row.sealedAccess === null || row.wrappedKey === null) return 'failed'
  const environment = await environmentById(deps.db, row.environmentId)
  if (environment === undefined) return 'failed'
  const reference: OwnerReference = {
    environmentId: row.environmentId,
    environmentKind: environment.kind,
    integrationId: row.dataIntegrationId,
    owner: {
      kind: row.ownerKind,
      userId: row.userId,
      organizationId: row.organizationId === '' ? null : row.organizationId,
    },
  }
  // Of a grant that was replaced, the row is of the account that came after it.
  const account =
    row.cause === 'replaced'
      ? undefined
      : await accountById(deps.db, row.environmentId, row.accountId)
  if (await isShared(deps, row, reference, account)) return 'skipped_shared_grant'
  return openAndRevoke(deps, {
    reference,
    slug: row.slug,
    accountIdentifier: account?.accountIdentifier ?? row.accountIdentifier,
    grant: {
      accountId: row.accountId,
      clientVersionId: row.clientVersionId,
      config: row.config,
      credential: {
        grantId: row.grantId,
        epoch: row.epoch,
        sealedAccess: row.sealedAccess,
        sealedRefresh: row.sealedRefresh,
        wrappedKey: row.wrappedKey,
        expiresAt: null,
        refreshExpiresAt: null,
        obtainedAt: row.createdAt,
        scopes: [],
        metadata: {},
      },
    },
  })
}

async function isShared(
  deps: Deps,
  row: Revocation,
  reference: OwnerReference,
  account: ConnectedAccount | undefined,
): Promise<boolean> {
  const { slug, accountIdentifier } = row
  if (row.cause === 'replaced') {
    // Where nobody knows whose account it was, it may be the one that replaced it.
    return (
      accountIdentifier === null ||
      isAccountHeld(deps.db, { ...reference, slug }, accountIdentifier)
    )
  }
  if (account === undefined) return false
  // A late answer of a connection that lives on under a newer grant: it may be the same grant there.
  if (row.cause === 'late_answer' && account.state !== 'disconnected') return true
  return isGrantShared(deps.db, account)
}
