import { and, asc, eq, sql } from 'drizzle-orm'
import type { Environment, SettingsChange } from '../domain/environment.ts'
import type { Database, Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { environments } from './schema/environments.ts'

/** With the time of its last change, which goes up with each: what a change is compared with. */
export type StoredEnvironment = Environment & { readonly updatedAt: number }

export async function environmentById(
  db: Database,
  id: string,
): Promise<StoredEnvironment | undefined> {
  const [row] = await db.select().from(environments).where(eq(environments.id, id))
  if (row === undefined) return undefined
  const { name, kind, allowedOrigins, returnUrls, settings, updatedAt } = row
  return { id, name, kind, allowedOrigins, returnUrls, settings, updatedAt }
}

/** Whether the deployment has an environment for trying things out, whoever's it is. */
export async function hasSandbox(db: Database): Promise<boolean> {
  const found = await db
    .select({ id: environments.id })
    .from(environments)
    .where(eq(environments.kind, 'sandbox'))
    .limit(1)
  return found.length > 0
}

/** The environments of the deployment: for its operator, across tenants. */
export async function listEnvironments(
  db: Database,
  page: Page,
): Promise<PageFound<StoredEnvironment>> {
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

/** All of them, the oldest first. */
export const allEnvironments = (db: Database): Promise<StoredEnvironment[]> =>
  db.select().from(environments).orderBy(asc(environments.id))

/**
 * Settings are merged by the statement itself (RFC 7396), so that of two changes at once none is lost.
 *
 * @param given.unchangedSince only if nobody has changed it since this `updatedAt`
 * @param given.alongside goes into the batch
 * @returns the environment as it is then; undefined when there is none, or somebody has changed it
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
  given: {
    readonly unchangedSince?: number | undefined
    readonly alongside?: readonly Write[] | undefined
  } = {},
): Promise<StoredEnvironment | undefined> {
  const { unchangedSince, alongside = [] } = given
  const merged =
    settings === undefined
      ? {}
      : { settings: sql`json_patch(${environments.settings}, ${JSON.stringify(settings)})` }
  const update = db
    .update(environments)
    .set({ ...change, ...merged, updatedAt: sql`max(${now}, ${environments.updatedAt} + 1)` })
    .where(eq(environments.id, environmentId))
    .returning()
  try {
    if (unchangedSince === undefined) return (await db.batch([update, ...alongside]))[0][0]
    const demand = demandAt(db, environmentId, unchangedSince)
    const [, [row]] = await db.batch([demand, update, ...alongside])
    return row
  } catch (error) {
    const row = await environmentById(db, environmentId)
    if (row !== undefined && (unchangedSince ?? row.updatedAt) === row.updatedAt) throw error
    return undefined
  }
}

/** Makes a batch fail where the environment is not as it was: text that is no JSON does. */
const demandAt = (db: Database, id: string, updatedAt: number): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'changed' END)` })
    .from(environments)
    .where(and(eq(environments.id, id), eq(environments.updatedAt, updatedAt)))
