/** Connections by the beginning of an id: three ranges of three indexes, each read no further than asked. */
import { and, asc, eq, gte, inArray, lt, sql, type AnyColumn } from 'drizzle-orm'
import type { ConnectedAccount } from '../domain/integration.ts'
import { toAccount } from './connected-account-row.ts'
import type { Database } from './database.ts'
import { connectedAccounts, IS_LIVE, IS_VISIBLE } from './schema/connected-accounts.ts'

/** D1 binds a hundred values at most; who finds so many types another letter. */
const MAX_FOUND = 50
/** With a filter, so many are looked at in each range. */
const MAX_LOOKED_AT = 1000
/** Behind every text that begins alike. */
const LAST = '\u{10ffff}'

export type SearchFilter = {
  readonly provider: string | undefined
  readonly state: 'connected' | 'needs_reauthorization' | undefined
}

/**
 * @param prefix of a user's, an organization's or a connection's id, or all of it
 * @returns fifty at most; who has just this id comes first
 */
export async function searchAccounts(
  db: Database,
  environmentId: string,
  prefix: string,
  filter: SearchFilter,
  limit: number,
): Promise<readonly ConnectedAccount[]> {
  const isNarrowed = filter.provider !== undefined || filter.state !== undefined
  const { id, slug, state, userId, organizationId } = connectedAccounts
  const beginning = (column: AnyColumn) =>
    db
      .select({ id, slug, state })
      .from(connectedAccounts)
      .where(
        and(
          eq(connectedAccounts.environmentId, environmentId),
          gte(column, prefix),
          lt(column, prefix + LAST),
          column === organizationId ? IS_LIVE : undefined,
          IS_VISIBLE,
        ),
      )
      .orderBy(asc(column))
      .limit(isNarrowed ? MAX_LOOKED_AT : MAX_FOUND)
  const found = await db.batch([beginning(userId), beginning(organizationId), beginning(id)])
  const ids = found
    .flat()
    .filter((one) => (filter.provider ?? one.slug) === one.slug)
    .filter((one) => (filter.state ?? one.state) === one.state)
    .map((one) => one.id)
  const wanted = [...new Set(ids)].slice(0, Math.min(limit, MAX_FOUND))
  if (wanted.length === 0) return []
  const rows = await accountRows(db, environmentId, wanted)
  const place = (one: { readonly id: string }): number => wanted.indexOf(one.id)
  return rows.toSorted((one, other) => place(one) - place(other)).map(toAccount)
}

/** By their keys. With a plain condition on the environment SQLite would rather read all of it. */
export const accountRows = (db: Database, environmentId: string, ids: readonly string[]) =>
  db
    .select()
    .from(connectedAccounts)
    .where(
      and(
        sql`+${connectedAccounts.environmentId} = ${environmentId}`,
        inArray(connectedAccounts.id, [...ids]),
      ),
    )

/** Whether a token of any connection was ever asked for, as far as the newest thousand tell. */
export async function isAnyUsed(db: Database, environmentId: string): Promise<boolean> {
  const newest = db
    .select({ lastUsedAt: connectedAccounts.lastUsedAt })
    .from(connectedAccounts)
    .where(and(eq(connectedAccounts.environmentId, environmentId), IS_VISIBLE))
    .orderBy(sql`${connectedAccounts.id} DESC`)
    .limit(MAX_LOOKED_AT)
    .as('newest')
  const rows = await db
    .select({ lastUsedAt: newest.lastUsedAt })
    .from(newest)
    .where(sql`${newest.lastUsedAt} IS NOT NULL`)
    .limit(1)
  return rows.length > 0
}
