/** What organizations have set for themselves over integrations. */
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { DataIntegration } from '../domain/integration.ts'
import type { OrganizationOverride } from '../domain/organization-override.ts'
import type { ClientVersion } from './client-versions.ts'
import { demandUnchanged, isUnchanged } from './data-integrations.ts'
import { commit, type Database, type Write } from './database.ts'
import { clientVersions, organizationOverrides } from './schema/data-integrations.ts'

type At = {
  readonly environmentId: string
  readonly integrationId: string
  readonly organizationId: string
}

export async function overrideOf(
  db: Database,
  { environmentId, integrationId, organizationId }: At,
): Promise<OrganizationOverride | null> {
  const [row] = await db
    .select()
    .from(organizationOverrides)
    .where(
      and(
        eq(organizationOverrides.environmentId, environmentId),
        eq(organizationOverrides.organizationId, organizationId),
        eq(organizationOverrides.dataIntegrationId, integrationId),
      ),
    )
  return row ?? null
}

export type OverrideWithClient = {
  readonly override: OrganizationOverride
  readonly client: ClientVersion | null
}

/** All that an organization has set, by integration. */
export async function overridesOf(
  db: Database,
  environmentId: string,
  organizationId: string,
): Promise<ReadonlyMap<string, OverrideWithClient>> {
  const rows = await db
    .select()
    .from(organizationOverrides)
    .leftJoin(
      clientVersions,
      and(
        eq(clientVersions.environmentId, organizationOverrides.environmentId),
        eq(clientVersions.id, organizationOverrides.clientVersionId),
      ),
    )
    .where(
      and(
        eq(organizationOverrides.environmentId, environmentId),
        eq(organizationOverrides.organizationId, organizationId),
      ),
    )
  return new Map(
    rows.map(({ organization_overrides: override, client_versions: client }) => [
      override.dataIntegrationId,
      { override, client },
    ]),
  )
}

/**
 * Writes what an organization has set, with all that belongs to it, if its row and the integration still
 * are as the change was planned from.
 *
 * @param before null: the organization had set nothing
 * @returns false when somebody else was first: then nothing is written
 */
export async function replaceOverride(
  db: Database,
  planned: {
    readonly integration: DataIntegration
    readonly before: OrganizationOverride | null
    readonly after: OrganizationOverride
  },
  writes: readonly Write[],
): Promise<boolean> {
  const { integration, before, after } = planned
  try {
    await commit(db, [
      demandUnchanged(db, integration),
      ...(before === null ? [] : [demandOverride(db, before)]),
      put(db, before, after),
      ...writes,
    ])
    return true
  } catch (error) {
    const { environmentId, dataIntegrationId: integrationId, organizationId } = after
    const now = await overrideOf(db, { environmentId, integrationId, organizationId })
    const isAsBefore = now?.id === before?.id && now?.updatedAt === before?.updatedAt
    if (isAsBefore && (await isUnchanged(db, integration))) throw error
    return false
  }
}

const rowOf = ({ environmentId, organizationId, dataIntegrationId }: OrganizationOverride) =>
  and(
    eq(organizationOverrides.environmentId, environmentId),
    eq(organizationOverrides.organizationId, organizationId),
    eq(organizationOverrides.dataIntegrationId, dataIntegrationId),
  )

// A batch cannot branch, but it can fail as a whole: text that is no JSON makes it.
const demandOverride = (db: Database, before: OrganizationOverride): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'changed' END)` })
    .from(organizationOverrides)
    .where(and(rowOf(before), eq(organizationOverrides.updatedAt, before.updatedAt)))

/** Of two that are the first at once, the unique index lets one in. */
const put = (
  db: Database,
  before: OrganizationOverride | null,
  after: OrganizationOverride,
): Write => {
  const config = { ...after.config }
  if (before === null) return db.insert(organizationOverrides).values({ ...after, config })
  const { enabled, scopes, clientVersionId, securityVersion, updatedAt } = after
  return db
    .update(organizationOverrides)
    .set({ enabled, scopes, clientVersionId, config, securityVersion, updatedAt })
    .where(rowOf(after))
}

const ofIntegration = (at: Pick<At, 'environmentId' | 'integrationId'>) =>
  and(
    eq(organizationOverrides.environmentId, at.environmentId),
    eq(organizationOverrides.dataIntegrationId, at.integrationId),
  )

/** Whether any organization has brought its OAuth client. */
export async function hasOrganizationClients(
  db: Database,
  at: Pick<At, 'environmentId' | 'integrationId'>,
): Promise<boolean> {
  const [row] = await db
    .select({ id: organizationOverrides.id })
    .from(organizationOverrides)
    .where(and(ofIntegration(at), isNotNull(organizationOverrides.clientVersionId)))
    .limit(1)
  return row !== undefined
}

/** Takes the OAuth clients of all organizations away: each has to enter its own again. */
export const forgetOrganizationClients = (
  db: Database,
  at: Pick<At, 'environmentId' | 'integrationId'>,
  now: number,
): Write =>
  db
    .update(organizationOverrides)
    .set({
      clientVersionId: null,
      securityVersion: sql`${organizationOverrides.securityVersion} + 1`,
      updatedAt: sql`max(${now}, ${organizationOverrides.updatedAt} + 1)`,
    })
    .where(and(ofIntegration(at), isNotNull(organizationOverrides.clientVersionId)))

export const deleteOverridesOf = (
  db: Database,
  at: Pick<At, 'environmentId' | 'integrationId'>,
): Write => db.delete(organizationOverrides).where(ofIntegration(at))
