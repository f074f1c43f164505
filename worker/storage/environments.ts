import { asc, eq } from 'drizzle-orm'
import type { Environment } from '../domain/environment.ts'
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

/** @returns the environment as it is then; undefined when there is none */
export async function changeEnvironment(
  db: Database,
  environmentId: string,
  change: Partial<Pick<Environment, 'name' | 'allowedOrigins' | 'returnUrls' | 'settings'>>,
  now: number,
): Promise<Environment | undefined> {
  const [row] = await db
    .update(environments)
    .set({ ...change, updatedAt: now })
    .where(eq(environments.id, environmentId))
    .returning()
  return row
}
