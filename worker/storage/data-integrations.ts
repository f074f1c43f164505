/** Data integrations and the providers that an operator defined. */
import { and, asc, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import type { CredentialsType, DataIntegration } from '../domain/integration.ts'
import type { ProviderDefinition } from '../providers/definition.ts'
import { commit, type Database, type Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { clientVersions, customProviders, dataIntegrations } from './schema/data-integrations.ts'

export type CustomProvider = {
  readonly environmentId: string
  readonly slug: string
  readonly definition: ProviderDefinition
  readonly source: Readonly<Record<string, unknown>>
}

export type IntegrationRow = {
  readonly integration: DataIntegration
  readonly custom: CustomProvider | null
}

const select = (db: Database) =>
  db
    .select()
    .from(dataIntegrations)
    .leftJoin(
      customProviders,
      and(
        eq(customProviders.environmentId, dataIntegrations.environmentId),
        eq(customProviders.slug, dataIntegrations.slug),
      ),
    )

const live = (environmentId: string) =>
  and(eq(dataIntegrations.environmentId, environmentId), isNull(dataIntegrations.deletingAt))

/** The integration of a slug, with its provider's definition when the operator defined it. */
export async function integrationBySlug(
  db: Database,
  environmentId: string,
  slug: string,
  ownership: 'user' | 'organization' = 'user',
): Promise<IntegrationRow | undefined> {
  const [row] = await select(db).where(
    and(
      live(environmentId),
      eq(dataIntegrations.slug, slug),
      eq(dataIntegrations.ownership, ownership),
    ),
  )
  return row === undefined ? undefined : toRow(row)
}

export async function integrationById(
  db: Database,
  environmentId: string,
  id: string,
): Promise<IntegrationRow | undefined> {
  const [row] = await select(db).where(and(live(environmentId), eq(dataIntegrations.id, id)))
  return row === undefined ? undefined : toRow(row)
}

/** The integration that a redirect URI belongs to: the only look-up that starts without an environment. */
export async function integrationByRedirectKey(
  db: Database,
  redirectKey: string,
): Promise<IntegrationRow | undefined> {
  const [row] = await select(db).where(
    and(eq(dataIntegrations.redirectKey, redirectKey), isNull(dataIntegrations.deletingAt)),
  )
  return row === undefined ? undefined : toRow(row)
}

export async function integrationsOf(
  db: Database,
  environmentId: string,
): Promise<readonly IntegrationRow[]> {
  const rows = await select(db).where(live(environmentId)).orderBy(asc(dataIntegrations.createdAt))
  return rows.map(toRow)
}

export type IntegrationFilter = {
  readonly ownership: DataIntegration['ownership'] | undefined
  /** Undefined: all but those with shared credentials. */
  readonly credentialsType: CredentialsType | 'any' | undefined
}

export type ListedIntegration = IntegrationRow & {
  readonly client: typeof clientVersions.$inferSelect | null
}

/** A page of integrations, each with its client: one statement, however many there are. */
export async function listIntegrations(
  db: Database,
  environmentId: string,
  { ownership, credentialsType }: IntegrationFilter,
  page: Page,
): Promise<PageFound<ListedIntegration>> {
  const { where, orderBy, limit } = windowOf({ id: dataIntegrations.id }, page)
  const rows = await select(db)
    .leftJoin(
      clientVersions,
      and(
        eq(clientVersions.environmentId, dataIntegrations.environmentId),
        eq(clientVersions.id, dataIntegrations.clientVersionId),
      ),
    )
    .where(
      and(
        live(environmentId),
        ownership === undefined ? undefined : eq(dataIntegrations.ownership, ownership),
        ofType(credentialsType),
        ...where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  const listed = rows.map((row) => ({ ...toRow(row), client: row.client_versions }))
  return pageFrom(listed, page, ({ integration }) => ({ id: integration.id, rank: null }))
}

const ofType = (type: IntegrationFilter['credentialsType']) => {
  if (type === 'any') return undefined
  return type === undefined
    ? ne(dataIntegrations.credentialsType, 'shared')
    : eq(dataIntegrations.credentialsType, type)
}

export const insertIntegration = (db: Database, integration: DataIntegration): Write =>
  db.insert(dataIntegrations).values({ ...integration, config: { ...integration.config } })

/**
 * Writes a change with all that belongs to it, if the row still is as the change was planned from.
 *
 * @returns false when somebody else was first: then nothing is written
 */
export async function replaceIntegration(
  db: Database,
  before: DataIntegration,
  after: DataIntegration,
  writes: readonly Write[],
): Promise<boolean> {
  try {
    await commit(db, [demandUnchanged(db, before), updateIntegration(db, after), ...writes])
    return true
  } catch (error) {
    if (await isUnchanged(db, before)) throw error
    return false
  }
}

export async function isUnchanged(db: Database, before: DataIntegration): Promise<boolean> {
  const [row] = await db.select().from(dataIntegrations).where(unchanged(before))
  return row !== undefined
}

const unchanged = ({ environmentId, id, updatedAt, securityVersion }: DataIntegration) =>
  and(
    eq(dataIntegrations.environmentId, environmentId),
    eq(dataIntegrations.id, id),
    eq(dataIntegrations.updatedAt, updatedAt),
    eq(dataIntegrations.securityVersion, securityVersion),
  )

/** Makes a batch fail if the row is not as it was read: text that is no JSON does. A batch cannot branch. */
export const demandUnchanged = (db: Database, before: DataIntegration): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'changed' END)` })
    .from(dataIntegrations)
    .where(unchanged(before))

const updateIntegration = (db: Database, integration: DataIntegration): Write =>
  db
    .update(dataIntegrations)
    .set({
      credentialsType: integration.credentialsType,
      clientVersionId: integration.clientVersionId,
      scopes: integration.scopes,
      config: { ...integration.config },
      description: integration.description,
      enabled: integration.enabled,
      securityVersion: integration.securityVersion,
      deletingAt: integration.deletingAt,
      updatedAt: integration.updatedAt,
    })
    .where(
      and(
        eq(dataIntegrations.environmentId, integration.environmentId),
        eq(dataIntegrations.id, integration.id),
      ),
    )

export const deleteIntegrationRow = (db: Database, environmentId: string, id: string): Write =>
  db
    .delete(dataIntegrations)
    .where(and(eq(dataIntegrations.environmentId, environmentId), eq(dataIntegrations.id, id)))

export const upsertCustomProvider = (
  db: Database,
  provider: CustomProvider,
  now: number,
): Write => {
  const source = { ...provider.source }
  return db
    .insert(customProviders)
    .values({ ...provider, source, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: [customProviders.environmentId, customProviders.slug],
      set: { definition: provider.definition, source, updatedAt: now },
    })
}

/** Forgets a provider that an operator defined, once no integration is left of it. */
export const deleteUnusedProvider = (db: Database, environmentId: string, slug: string): Write =>
  db.delete(customProviders).where(
    and(
      eq(customProviders.environmentId, environmentId),
      eq(customProviders.slug, slug),
      notExists(
        db
          .select({ one: sql`1` })
          .from(dataIntegrations)
          .where(
            and(eq(dataIntegrations.environmentId, environmentId), eq(dataIntegrations.slug, slug)),
          ),
      ),
    ),
  )

function toRow(row: {
  data_integrations: typeof dataIntegrations.$inferSelect
  custom_providers: typeof customProviders.$inferSelect | null
}): IntegrationRow {
  return { integration: row.data_integrations, custom: row.custom_providers }
}
