/** Connected accounts as D1 remembers them. The owner's object decides; these rows follow it. */
import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Projection } from '../domain/grant.ts'
import type { ConnectedAccount } from '../domain/integration.ts'
import type { Owner, OwnerReference } from '../domain/owner.ts'
import { toAccount } from './connected-account-row.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'

const ownedBy = (reference: OwnerReference) =>
  and(
    eq(connectedAccounts.environmentId, reference.environmentId),
    eq(connectedAccounts.dataIntegrationId, reference.integrationId),
    eq(connectedAccounts.ownerKind, reference.owner.kind),
    eq(connectedAccounts.userId, reference.owner.userId),
    eq(connectedAccounts.organizationId, reference.owner.organizationId ?? ''),
  )

/** The account that an owner has now: pending, connected or in need of reauthorization. */
export async function liveAccount(
  db: Database,
  reference: OwnerReference,
): Promise<ConnectedAccount | undefined> {
  const [row] = await db
    .select()
    .from(connectedAccounts)
    .where(and(ownedBy(reference), ne(connectedAccounts.state, 'disconnected')))
    .limit(1)
  return row === undefined ? undefined : toAccount(row)
}

/** All visible accounts of one owner in an environment. */
export async function accountsOf(
  db: Database,
  environmentId: string,
  owner: Owner,
): Promise<readonly ConnectedAccount[]> {
  const rows = await db
    .select()
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, environmentId),
        eq(connectedAccounts.ownerKind, owner.kind),
        eq(connectedAccounts.userId, owner.userId),
        eq(connectedAccounts.organizationId, owner.organizationId ?? ''),
        inArray(connectedAccounts.state, ['connected', 'needs_reauthorization']),
      ),
    )
  return rows.map(toAccount)
}

/** One account by its id, whatever its state. */
export async function accountById(
  db: Database,
  environmentId: string,
  accountId: string,
): Promise<ConnectedAccount | undefined> {
  const [row] = await db
    .select()
    .from(connectedAccounts)
    .where(
      and(eq(connectedAccounts.environmentId, environmentId), eq(connectedAccounts.id, accountId)),
    )
  return row === undefined ? undefined : toAccount(row)
}

/** Whether another live account of the same client holds this account at the provider. */
export async function isGrantShared(db: Database, account: ConnectedAccount): Promise<boolean> {
  if (account.accountIdentifier === null) return false
  const [row] = await db
    .select({ id: connectedAccounts.id })
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, account.environmentId),
        eq(connectedAccounts.slug, account.slug),
        eq(connectedAccounts.accountIdentifier, account.accountIdentifier),
        inArray(connectedAccounts.state, ['connected', 'needs_reauthorization']),
        ne(connectedAccounts.grantId, account.grantId),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whether an account at a provider is connected by anybody in this environment. */
export async function isAccountHeld(
  db: Database,
  environmentId: string,
  slug: string,
  accountIdentifier: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: connectedAccounts.id })
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, environmentId),
        eq(connectedAccounts.slug, slug),
        eq(connectedAccounts.accountIdentifier, accountIdentifier),
        inArray(connectedAccounts.state, ['connected', 'needs_reauthorization']),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Makes the row of a new connection. It precedes the first byte in the owner's object. */
export const insertPendingAccount = (
  db: Database,
  account: ConnectedAccount,
  objectKeyId: string,
): Write =>
  db
    .insert(connectedAccounts)
    .values({
      id: account.id,
      environmentId: account.environmentId,
      dataIntegrationId: account.integrationId,
      slug: account.slug,
      ownerKind: account.owner.kind,
      userId: account.owner.userId,
      organizationId: account.owner.organizationId ?? '',
      role: account.role,
      authMethod: account.authMethod,
      config: { ...account.config },
      clientId: account.clientId,
      secretLastFour: account.secretLastFour,
      state: 'pending',
      reason: null,
      grantId: account.grantId,
      clientVersionId: account.clientVersionId,
      scopes: account.scopes,
      accountIdentifier: account.accountIdentifier,
      accountDisplayName: account.accountDisplayName,
      sequence: 0,
      objectKeyId,
      createdAt: account.createdAt,
      updatedAt: account.createdAt,
    })
    .onConflictDoNothing()

/** Takes back the row of a connection that never came to be. */
export const deletePendingAccount = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string; readonly grantId: string },
): Write =>
  db
    .delete(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        eq(connectedAccounts.id, at.accountId),
        eq(connectedAccounts.grantId, at.grantId),
        eq(connectedAccounts.state, 'pending'),
      ),
    )

/** Points the row to a new grant, once the owner's object holds it. */
export const connectAccount = (
  db: Database,
  account: ConnectedAccount,
  objectKeyId: string,
  now: number,
): Write =>
  db
    .update(connectedAccounts)
    .set({
      authMethod: account.authMethod,
      config: { ...account.config },
      clientId: account.clientId,
      secretLastFour: account.secretLastFour,
      state: account.state,
      reason: account.reason,
      grantId: account.grantId,
      clientVersionId: account.clientVersionId,
      scopes: account.scopes,
      accountIdentifier: account.accountIdentifier,
      accountDisplayName: account.accountDisplayName,
      sequence: account.sequence,
      objectKeyId,
      updatedAt: now,
    })
    .where(
      and(
        eq(connectedAccounts.environmentId, account.environmentId),
        eq(connectedAccounts.id, account.id),
        lt(connectedAccounts.sequence, account.sequence),
      ),
    )

/** Applies a decision of the owner's object, unless a newer one has been applied already. */
export const projectAccount = (db: Database, projection: Projection, now: number): Write =>
  db
    .update(connectedAccounts)
    .set({
      state: projection.status,
      reason: projection.reason,
      scopes: projection.scopes,
      sequence: projection.sequence,
      ...(projection.grantId === null ? {} : { grantId: projection.grantId }),
      ...(projection.objectKeyId === null ? {} : { objectKeyId: projection.objectKeyId }),
      clientVersionId: projection.clientVersionId,
      updatedAt: now,
    })
    .where(
      and(
        eq(connectedAccounts.environmentId, projection.environmentId),
        eq(connectedAccounts.id, projection.accountId),
        lt(connectedAccounts.sequence, projection.sequence),
      ),
    )

/** Records what became of the grant at the provider. */
export const recordRevocation = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string },
  outcome: string,
): Write =>
  db
    .update(connectedAccounts)
    .set({ revocation: sql`${outcome}` })
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        eq(connectedAccounts.id, at.accountId),
      ),
    )
