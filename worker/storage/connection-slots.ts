/** The compatibility slot of an owner, and rows that wait for their connection beside it. */
import { and, eq, isNotNull, lte, ne, notExists, sql } from 'drizzle-orm'
import type { OwnerReference } from '../domain/owner.ts'
import { ABANDONED_AFTER_MS, ownedBy } from './connected-accounts.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts, credentialVersions } from './schema/connected-accounts.ts'

/**
 * Frees the slot for the account that its owner's object has given it to, if that decision is still news.
 * Another row there is one that never came to be, or one whose end D1 has not heard of.
 *
 * @param holder `ifPending`: only while the account's own row waits for its connection
 */
export const claimCompatibility = (
  db: Database,
  reference: OwnerReference,
  holder: {
    readonly accountId: string
    readonly sequence: number
    readonly ifPending: boolean
  },
  now: number,
): Write =>
  db
    .update(connectedAccounts)
    .set({
      role: 'standard',
      nextCareAt: sql`CASE WHEN ${connectedAccounts.state} = 'pending'
        THEN ${now + ABANDONED_AFTER_MS} ELSE ${connectedAccounts.nextCareAt} END`,
    })
    .where(
      and(
        eq(connectedAccounts.environmentId, reference.environmentId),
        ownedBy(reference),
        eq(connectedAccounts.role, 'compatibility'),
        ne(connectedAccounts.id, holder.accountId),
        ne(connectedAccounts.state, 'disconnected'),
        sql`EXISTS (SELECT 1 FROM connected_accounts AS holder
          WHERE holder.environment_id = ${reference.environmentId}
            AND holder.id = ${holder.accountId} AND holder.sequence < ${holder.sequence}
            AND (${holder.ifPending ? 1 : 0} = 0 OR holder.state = 'pending'))`,
      ),
    )

type At = { readonly environmentId: string; readonly accountId: string }

/** Takes back what was written for a connection that never came to be: its row, and the sealed grant. */
export const deletePendingAccount = (
  db: Database,
  at: At & { readonly grantId: string },
): readonly Write[] => [
  db.delete(connectedAccounts).where(and(isPending(at), eq(connectedAccounts.grantId, at.grantId))),
  db.delete(credentialVersions).where(
    and(
      eq(credentialVersions.environmentId, at.environmentId),
      eq(credentialVersions.accountId, at.accountId),
      eq(credentialVersions.grantId, at.grantId),
      // The same grant, asked for twice at once, may have been placed by the other request.
      notExists(
        db
          .select({ id: connectedAccounts.id })
          .from(connectedAccounts)
          .where(and(isRow(at), eq(connectedAccounts.grantId, at.grantId))),
      ),
    ),
  ),
]

/** The same for one that was left behind, if it is due and its owner's object knows nothing of it. */
export const deleteAbandonedAccount = (db: Database, at: At, now: number): readonly Write[] => [
  db
    .delete(connectedAccounts)
    .where(
      and(
        isPending(at),
        eq(connectedAccounts.role, 'standard'),
        isNotNull(connectedAccounts.nextCareAt),
        lte(connectedAccounts.nextCareAt, now),
      ),
    ),
  db
    .delete(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, at.environmentId),
        eq(credentialVersions.accountId, at.accountId),
        notExists(db.select({ id: connectedAccounts.id }).from(connectedAccounts).where(isRow(at))),
      ),
    ),
]

const isRow = ({ environmentId, accountId }: At) =>
  and(eq(connectedAccounts.environmentId, environmentId), eq(connectedAccounts.id, accountId))

const isPending = ({ environmentId, accountId }: At) =>
  and(isRow({ environmentId, accountId }), eq(connectedAccounts.state, 'pending'))
