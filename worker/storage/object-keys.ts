/** Which ring key the objects' copies are under, as D1 was told. */
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { OwnerReference } from '../domain/owner.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'
import { environments } from './schema/environments.ts'

/** Each index ends with it: to walk by it costs no sorting. */
const ROW_OF_ACCOUNT = sql<number>`${connectedAccounts}.rowid`

export type ObjectUnderKey = {
  readonly accountId: string
  /** Where it stands among all accounts. */
  readonly place: number
  readonly slug: string
  readonly reference: OwnerReference
}

/** Some accounts behind a place, in any environment, whose objects hold something that a key wraps. */
export async function objectsUnderKey(
  db: Database,
  kid: string,
  after: number | null,
  limit: number,
): Promise<readonly ObjectUnderKey[]> {
  if (after === null) return []
  const rows = await db
    .select({ account: connectedAccounts, kind: environments.kind, place: ROW_OF_ACCOUNT })
    .from(connectedAccounts)
    .innerJoin(environments, eq(environments.id, connectedAccounts.environmentId))
    .where(and(eq(connectedAccounts.objectKeyId, kid), gt(ROW_OF_ACCOUNT, after)))
    .orderBy(asc(ROW_OF_ACCOUNT))
    .limit(limit)
  return rows.map(({ account, kind, place }) => ({
    accountId: account.id,
    place,
    slug: account.slug,
    reference: {
      environmentId: account.environmentId,
      environmentKind: kind,
      integrationId: account.dataIntegrationId,
      owner: {
        kind: account.ownerKind,
        userId: account.userId,
        organizationId: account.organizationId === '' ? null : account.organizationId,
      },
    },
  }))
}

/** Notes which key the copies in an object are under now. */
export const recordObjectKey = (
  db: Database,
  at: { readonly environmentId: string; readonly accountIds: readonly string[] },
  keyId: string,
): Write =>
  db
    .update(connectedAccounts)
    .set({ objectKeyId: keyId })
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        inArray(connectedAccounts.id, [...at.accountIds]),
      ),
    )
