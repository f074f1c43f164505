/** The outbox of grants that are to be given back, and the record of what became of them. */
import { and, asc, eq, lt, lte, sql } from 'drizzle-orm'
import type { ReplacedGrant } from '../domain/grant.ts'
import type { OwnerReference } from '../domain/owner.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts, credentialVersions } from './schema/connected-accounts.ts'
import { revocations } from './schema/revocations.ts'

export type Revocation = typeof revocations.$inferSelect
export type RevocationCause = Revocation['cause']
export type FinalOutcome = Exclude<Revocation['outcome'], 'pending'>

export type NewRevocation = {
  readonly reference: OwnerReference
  readonly slug: string
  readonly grant: ReplacedGrant
  readonly cause: RevocationCause
  /** Spared where another live connection holds it; null: it belongs to this account alone. */
  readonly accountIdentifier?: string | null
  /** When nobody who queued it has tried by then, the cron job does; epoch milliseconds. */
  readonly nextTryAt?: number
  readonly now: number
}

/** Queues a grant. The key is (account, grant, epoch): what was queued or done before stays so. */
export const insertRevocation = (db: Database, queued: NewRevocation): Write => {
  const { reference, grant, now } = queued
  const { credential } = grant
  // What no provider takes back is only written down.
  const isKey = grant.authMethod === 'api_key'
  return db
    .insert(revocations)
    .values({
      environmentId: reference.environmentId,
      accountId: grant.accountId,
      grantId: credential.grantId,
      epoch: credential.epoch,
      dataIntegrationId: reference.integrationId,
      slug: queued.slug,
      ownerKind: reference.owner.kind,
      userId: reference.owner.userId,
      organizationId: reference.owner.organizationId ?? '',
      clientVersionId: grant.clientVersionId,
      accountIdentifier: queued.accountIdentifier ?? null,
      cause: queued.cause,
      config: { ...grant.config },
      sealedAccess: isKey ? null : credential.sealedAccess,
      sealedRefresh: isKey ? null : credential.sealedRefresh,
      wrappedKey: isKey ? null : credential.wrappedKey,
      outcome: isKey ? 'not_supported' : 'pending',
      tries: 0,
      nextTryAt: isKey ? null : (queued.nextTryAt ?? now),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
}

/** One queued grant, by its key. */
export async function revocationOf(
  db: Database,
  key: RevocationKey,
): Promise<Revocation | undefined> {
  const [row] = await db.select().from(revocations).where(keyed(key))
  return row
}

/** What is due in any environment, the longest waiting first. */
export const dueRevocations = (
  db: Database,
  now: number,
  limit: number,
): Promise<readonly Revocation[]> =>
  db
    .select()
    .from(revocations)
    .where(lte(revocations.nextTryAt, now))
    .orderBy(asc(revocations.nextTryAt))
    .limit(limit)

/**
 * Takes a queued grant for one try. Of two who come for the same try, one gets it.
 *
 * @returns whether the try is the caller's
 */
export async function claimRevocation(
  db: Database,
  row: Revocation,
  next: { readonly nextTryAt: number; readonly now: number },
): Promise<boolean> {
  const taken = await db
    .update(revocations)
    .set({ tries: row.tries + 1, nextTryAt: next.nextTryAt, updatedAt: next.now })
    .where(and(keyed(row), eq(revocations.tries, row.tries), eq(revocations.outcome, 'pending')))
    .returning({ tries: revocations.tries })
  return taken.length > 0
}

/** Records a final outcome: the sealed copies go, here and in the record. */
export const finishRevocation = (
  db: Database,
  row: Revocation,
  outcome: FinalOutcome,
  now: number,
): readonly Write[] => [
  db
    .update(revocations)
    .set({
      outcome,
      sealedAccess: null,
      sealedRefresh: null,
      wrappedKey: null,
      nextTryAt: null,
      updatedAt: now,
    })
    .where(keyed(row)),
  db
    .delete(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, row.environmentId),
        eq(credentialVersions.accountId, row.accountId),
        eq(credentialVersions.grantId, row.grantId),
      ),
    ),
  ...(row.cause === 'disconnected'
    ? [
        db
          .update(connectedAccounts)
          .set({ revocation: outcome })
          .where(
            and(
              eq(connectedAccounts.environmentId, row.environmentId),
              eq(connectedAccounts.id, row.accountId),
            ),
          ),
      ]
    : []),
]

/** Forgets, in any environment, what was finished before a time. */
export const deleteFinishedRevocations = (db: Database, before: number): Write =>
  db
    .delete(revocations)
    .where(and(lt(revocations.updatedAt, before), sql`${revocations.outcome} <> 'pending'`))

type RevocationKey = Pick<Revocation, 'environmentId' | 'accountId' | 'grantId' | 'epoch'>

const keyed = (key: RevocationKey) =>
  and(
    eq(revocations.environmentId, key.environmentId),
    eq(revocations.accountId, key.accountId),
    eq(revocations.grantId, key.grantId),
    eq(revocations.epoch, key.epoch),
  )
