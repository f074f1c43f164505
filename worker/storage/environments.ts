import { asc, eq, sql } from 'drizzle-orm'
import type { Environment, SettingsChange } from '../domain/environment.ts'
import type { Database, Write } from './database.ts'
import { environments } from './schema/environments.ts'

export async function environmentById(db: Database, id: string): Promise<Environment | undefined> {
  const [row] = await db.select().from(environments).where(eq(environments.id, id))
  if (row === undefined) return undefined
  const { name, kind, allowedOrigins, returnUrls, settings } = row
  return { id, name, kind, allowedOrigins, returnUrls, settings }
}

/** All environments of the deployment, oldest first: for its operator, across tenants. */
export const allEnvironments = (db: Database): Promise<readonly Environment[]> =>
  db.select().from(environments).orderBy(asc(environments.createdAt), asc(environments.id))

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
