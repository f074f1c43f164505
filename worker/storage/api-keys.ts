/** The API keys of an environment. */
import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { KeyScope } from '../domain/key-scope.ts'
import type { Database, Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { apiKeys } from './schema/environments.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect

export const insertApiKey = (
  db: Database,
  row: {
    readonly id: string
    readonly environmentId: string
    readonly name: string
    readonly mac: string
    readonly scopes: readonly KeyScope[] | null
    readonly createdAt: number
    readonly expiresAt: number | null
  },
): Write => db.insert(apiKeys).values(row)

/** By creation; those that were revoked among them. */
export async function listApiKeys(
  db: Database,
  environmentId: string,
  page: Page,
): Promise<PageFound<ApiKeyRow>> {
  const { createdAt, id } = apiKeys
  const { where, orderBy, limit } = windowOf({ rank: createdAt, id }, page)
  const rows = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.environmentId, environmentId), ...where))
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows, page, (row) => ({ id: row.id, rank: row.createdAt }))
}

/** The ids of all keys of an environment, those that were revoked among them. */
export const apiKeyIdsOf = async (
  db: Database,
  environmentId: string,
): Promise<readonly string[]> =>
  (
    await db
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(eq(apiKeys.environmentId, environmentId))
  ).map(({ id }) => id)

/** The newest living key of a name; names are not unique. */
export async function livingKeyByName(
  db: Database,
  environmentId: string,
  name: string,
  now: number,
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.environmentId, environmentId),
        eq(apiKeys.name, name),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
    .orderBy(desc(apiKeys.createdAt))
    .limit(1)
  return row?.id
}

/** How many keys are neither revoked nor expired. */
export async function countLivingKeys(
  db: Database,
  environmentId: string,
  now: number,
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.environmentId, environmentId),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
  return row?.count ?? 0
}

/** @returns the row as it is then; undefined when the environment has no such key */
export async function revokeApiKey(
  db: Database,
  at: { readonly environmentId: string; readonly keyId: string; readonly now: number },
  alongside: readonly Write[] = [],
): Promise<ApiKeyRow | undefined> {
  const update = db
    .update(apiKeys)
    // A second revocation keeps the time of the first.
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${at.now})` })
    .where(and(eq(apiKeys.environmentId, at.environmentId), eq(apiKeys.id, at.keyId)))
    .returning()
  const [[row]] = await db.batch([update, ...alongside])
  return row
}

/** @param at.day as `2026-11-24`, in UTC */
export const recordKeyUse = (
  db: Database,
  at: { readonly environmentId: string; readonly keyId: string; readonly day: string },
): Write =>
  db
    .update(apiKeys)
    .set({ lastUsedOn: at.day })
    .where(
      and(
        eq(apiKeys.environmentId, at.environmentId),
        eq(apiKeys.id, at.keyId),
        or(isNull(apiKeys.lastUsedOn), lt(apiKeys.lastUsedOn, at.day)),
      ),
    )
