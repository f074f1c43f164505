import { and, eq, sql } from 'drizzle-orm'
import type { Environment, SettingsChange } from '../domain/environment.ts'
import type { Database, Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { environments } from './schema/environments.ts'

export async function environmentById(db: Database, id: string): Promise<Environment | undefined> {
  const [row] = await db.select().from(environments).where(eq(environments.id, id))
  if (row === undefined) return undefined
  const { name, kind, allowedOrigins, returnUrls, settings } = row
  return { id, name, kind, allowedOrigins, returnUrls, settings }
}

/** The environments of the deployment: for its operator, across tenants. */
export async function listEnvironments(db: Database, page: Page): Promise<PageFound<Environment>> {
  const { where, orderBy, limit } = windowOf({ id: environments.id }, page)
  const rows = await db
    .select()
    .from(environments)
    .where(and(...where))
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows, page, ({ id }) => ({ id, rank: null }))
}

export const insertEnvironment = (db: Database, environment: Environment, now: number): Write =>
  db.insert(environments).values({ ...environment, createdAt: now, updatedAt: now })

/**
 * Settings are merged by the statement itself (RFC 7396), so that of two changes at once none is lost.
 *
 * @returns the environment as it is then; undefined when there is none
 */
export async function changeEnvironment(
  db: Database,
  environmentId: string,
  {
    settings,
    ...change
  }: Partial<Pick<Environment, 'name' | 'allowedOrigins' | 'returnUrls'>> & {
    readonly settings?: SettingsChange | undefined
  },
  now: number,
): Promise<Environment | undefined> {
  const merged =
    settings === undefined
      ? {}
      : { settings: sql`json_patch(${environments.settings}, ${JSON.stringify(settings)})` }
  const [row] = await db
    .update(environments)
    .set({ ...change, ...merged, updatedAt: now })
    .where(eq(environments.id, environmentId))
    .returning()
  return row
}
