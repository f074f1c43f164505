/** Connected accounts as D1 remembers them. The owner's object decides; these rows follow it. */
import { and, asc, eq, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { AccountStatus } from '../domain/grant.ts'
import type { ConnectedAccount, ConnectionRole } from '../domain/integration.ts'
import type { Owner, OwnerReference } from '../domain/owner.ts'
import { hours } from '../kit/clock.ts'
import { ifSameAccount } from './account-labels.ts'
import { toAccount } from './connected-account-row.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts, IS_LIVE, IS_VISIBLE } from './schema/connected-accounts.ts'

/** Nobody finishes a connection later than this after it was begun. */
export const ABANDONED_AFTER_MS = hours(1)

export const ownedBy = (reference: Omit<OwnerReference, 'environmentKind'>) =>
  and(
    eq(connectedAccounts.environmentId, reference.environmentId),
    eq(connectedAccounts.dataIntegrationId, reference.integrationId),
    eq(connectedAccounts.ownerKind, reference.owner.kind),
    eq(connectedAccounts.userId, reference.owner.userId),
    eq(connectedAccounts.organizationId, reference.owner.organizationId ?? ''),
  )

/** The connection that an owner has in the compatibility slot: pending, connected or in need of reauthorization. */
export async function compatibilityAccount(
  db: Database,
  reference: OwnerReference,
): Promise<ConnectedAccount | undefined> {
  const [row] = await db
    .select()
    .from(connectedAccounts)
    .where(
      and(
        ownedBy(reference),
        IS_LIVE,
        // As the index has it: a literal.
        sql`connection_role = 'compatibility'`,
      ),
    )
    .limit(1)
  return row === undefined ? undefined : toAccount(row)
}

type VisibleAccount = ConnectedAccount & {
  readonly state: 'connected' | 'needs_reauthorization'
}

/** All visible connections of one owner to one integration, the oldest first. */
export async function connectionsOf(
  db: Database,
  reference: Omit<OwnerReference, 'environmentKind'>,
): Promise<readonly VisibleAccount[]> {
  const rows = await db
    .select()
    .from(connectedAccounts)
    .where(and(ownedBy(reference), IS_VISIBLE))
    .orderBy(asc(connectedAccounts.id))
  return rows.map((row) => toAccount(row) as VisibleAccount)
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
        IS_VISIBLE,
      ),
    )
    .orderBy(asc(connectedAccounts.id))
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

/**
 * Whether another live account may stand on the grant of one that ends: one of the same account at the
 * provider, or another one of the same owner where it is not known which account one of the two is.
 */
export const isGrantShared = (db: Database, account: ConnectedAccount): Promise<boolean> =>
  isHeld(db, account, account.accountIdentifier, ne(connectedAccounts.grantId, account.grantId))

/** Whether an account at a provider is connected by anybody in this environment, or may be by this owner. */
export const isAccountHeld = (
  db: Database,
  owned: Owned,
  accountIdentifier: string,
): Promise<boolean> => isHeld(db, owned, accountIdentifier)

type Owned = Omit<OwnerReference, 'environmentKind'> & { readonly slug: string }

async function isHeld(
  db: Database,
  owned: Owned,
  identifier: string | null,
  condition?: SQL,
): Promise<boolean> {
  const { accountIdentifier, environmentId, slug } = connectedAccounts
  const one = (where: SQL | undefined) =>
    db
      .select({ id: connectedAccounts.id })
      .from(connectedAccounts)
      .where(and(eq(environmentId, owned.environmentId), where, IS_VISIBLE, condition))
      .limit(1)
  // Two questions, each with an index of its own.
  const [unknown, same = []] = await db.batch([
    one(and(ownedBy(owned), identifier === null ? undefined : isNull(accountIdentifier))),
    ...(identifier === null
      ? []
      : [one(and(eq(slug, owned.slug), eq(accountIdentifier, identifier)))]),
  ])
  return unknown.length + same.length > 0
}

/**
 * Makes the row of a new connection. It precedes the first byte in the owner's object. The next one for
 * the compatibility slot uses the row that is there; any other would stay if nobody finished it.
 */
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
      nextCareAt: account.role === 'compatibility' ? null : account.createdAt + ABANDONED_AFTER_MS,
      createdAt: account.createdAt,
      updatedAt: account.createdAt,
    })
    .onConflictDoNothing()

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
      role: account.role,
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
      preferred: account.preferred,
      // Another account at the provider is neither called nor looks like the one before.
      nickname: ifSameAccount(account, connectedAccounts.nickname),
      pictureId: ifSameAccount(account, connectedAccounts.pictureId),
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

/** What D1 is told after a decision. */
export type Projection = {
  readonly accountId: string
  readonly environmentId: string
  /** Taken over by a row that is pending still: its object decides it once. */
  readonly role?: ConnectionRole
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
  readonly status: AccountStatus
  readonly preferred: boolean
  readonly reason: string | null
  readonly sequence: number
  readonly scopes: readonly string[]
  readonly grantId: string | null
  readonly clientVersionId: string | null
  readonly objectKeyId: string | null
}

/** Applies a decision of the owner's object, unless a newer one has been applied already. */
export function projectAccount(db: Database, projection: Projection, now: number): Write {
  const { accountIdentifier } = projection
  return db
    .update(connectedAccounts)
    .set({
      ...(projection.role === undefined
        ? {}
        : {
            role: sql`CASE WHEN ${connectedAccounts.state} = 'pending'
              THEN ${projection.role} ELSE ${connectedAccounts.role} END`,
          }),
      ...(accountIdentifier === undefined
        ? {}
        : {
            accountIdentifier,
            accountDisplayName: projection.accountDisplayName ?? null,
            // As when it was connected, of which D1 may not have heard.
            nickname: ifSameAccount({ accountIdentifier }, connectedAccounts.nickname),
            pictureId: ifSameAccount({ accountIdentifier }, connectedAccounts.pictureId),
          }),
      state: projection.status,
      preferred: projection.preferred,
      // Nobody's any more. The picture goes with its id.
      ...(projection.status === 'disconnected' ? { nickname: null, pictureId: null } : {}),
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
}

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
