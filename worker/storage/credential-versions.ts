/** Record and escrow in one: sealed, read back when an object has lost an answer. */
import { and, desc, eq, inArray, lt, lte } from 'drizzle-orm'
import type { SealedCredential } from '../domain/grant.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts, credentialVersions } from './schema/connected-accounts.ts'

/** Stores one credential. The key is (account, grant, epoch), so repeating it changes nothing. */
export const insertCredentialVersion = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string },
  credential: SealedCredential,
): Write =>
  db
    .insert(credentialVersions)
    .values({
      environmentId: at.environmentId,
      accountId: at.accountId,
      grantId: credential.grantId,
      epoch: credential.epoch,
      sealedAccess: credential.sealedAccess,
      sealedRefresh: credential.sealedRefresh,
      wrappedKey: credential.wrappedKey,
      expiresAt: credential.expiresAt,
      refreshExpiresAt: credential.refreshExpiresAt,
      scopes: credential.scopes,
      metadata: { ...credential.metadata },
      createdAt: credential.obtainedAt,
    })
    .onConflictDoNothing()

/** How many credentials of a grant are kept: the newest is used, the others tell what has happened. */
const KEPT_EPOCHS = 5

/** Forgets what is long superseded, so that a grant of years is some rows and not thousands. */
export const deleteOldEpochs = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string; readonly grantId: string },
  newestEpoch: number,
): Write =>
  db
    .delete(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, at.environmentId),
        eq(credentialVersions.accountId, at.accountId),
        eq(credentialVersions.grantId, at.grantId),
        lte(credentialVersions.epoch, newestEpoch - KEPT_EPOCHS),
      ),
    )

/** The newest stored credential of a grant. */
export async function newestCredential(
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string; readonly grantId: string },
): Promise<SealedCredential | undefined> {
  const [row] = await db
    .select()
    .from(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, at.environmentId),
        eq(credentialVersions.accountId, at.accountId),
        eq(credentialVersions.grantId, at.grantId),
      ),
    )
    .orderBy(desc(credentialVersions.epoch))
    .limit(1)
  if (row === undefined) return undefined
  return {
    grantId: row.grantId,
    epoch: row.epoch,
    sealedAccess: row.sealedAccess,
    sealedRefresh: row.sealedRefresh,
    wrappedKey: row.wrappedKey,
    expiresAt: row.expiresAt,
    refreshExpiresAt: row.refreshExpiresAt,
    obtainedAt: row.createdAt,
    scopes: row.scopes,
    metadata: row.metadata,
  }
}

/**
 * Whether a grant was ever taken for a connection. It is stored only after its user has proven to be
 * the one who began, so an attempt whose grant is here lacks nothing but its last step.
 */
export async function isGrantTaken(
  db: Database,
  at: { readonly environmentId: string; readonly grantId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ epoch: credentialVersions.epoch })
    .from(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, at.environmentId),
        eq(credentialVersions.grantId, at.grantId),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Forgets one grant of an account, after another one has replaced it. */
export const deleteGrantVersions = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string; readonly grantId: string },
): Write =>
  db
    .delete(credentialVersions)
    .where(
      and(
        eq(credentialVersions.environmentId, at.environmentId),
        eq(credentialVersions.accountId, at.accountId),
        eq(credentialVersions.grantId, at.grantId),
      ),
    )

/**
 * Forgets what is still stored of accounts that were disconnected before a time, in any environment:
 * the rest of a disconnect during which D1 was silent.
 */
export const deleteVersionsOfDisconnected = (
  db: Database,
  before: number,
): Promise<readonly unknown[]> =>
  db
    .delete(credentialVersions)
    .where(
      inArray(
        credentialVersions.accountId,
        db
          .select({ id: connectedAccounts.id })
          .from(connectedAccounts)
          .where(
            and(
              eq(connectedAccounts.state, 'disconnected'),
              lt(connectedAccounts.updatedAt, before),
            ),
          ),
      ),
    )
    .returning({ epoch: credentialVersions.epoch })
