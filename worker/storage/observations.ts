/** How a connection fares, as its object last saw it: for lists, and for the cron job that looks after it. */
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Observation } from '../domain/care.ts'
import type { OwnerReference } from '../domain/owner.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'
import { dataIntegrations } from './schema/data-integrations.ts'
import { environments } from './schema/environments.ts'

const observationColumns = (observation: Observation) => ({
  lastUsedAt: observation.lastUsedAt,
  lastRefreshedAt: observation.lastRefreshedAt,
  lastErrorCode: observation.lastError?.code ?? null,
  lastErrorClass: observation.lastError?.class ?? null,
  lastErrorAt: observation.lastError?.at ?? null,
  needsUserAt: observation.needsUser?.at ?? null,
  needsUserReason: observation.needsUser?.reason ?? null,
  nextCareAt: observation.nextCareAt,
  observedAt: observation.observedAt,
})

/** Keeps an observation, unless a later one is there. */
export const recordObservation = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string },
  observation: Observation,
): Write =>
  db
    .update(connectedAccounts)
    .set(observationColumns(observation))
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        eq(connectedAccounts.id, at.accountId),
        or(
          isNull(connectedAccounts.observedAt),
          lte(connectedAccounts.observedAt, observation.observedAt),
        ),
      ),
    )

export type DueAccount = {
  readonly accountId: string
  readonly slug: string
  readonly reference: OwnerReference
  /** As its environment is set. */
  readonly keepAliveDays: number | undefined
}

/**
 * The accounts that the cron job has to look after, in any environment: of each integration no more
 * than so many, those that have waited longest. Reads one index entry for each integration and each
 * account that is due, however many there are.
 *
 * @param limits `perIntegration`: accounts; `now`: epoch milliseconds
 */
export async function dueAccounts(
  db: Database,
  limits: { readonly now: number; readonly perIntegration: number; readonly page: number },
): Promise<readonly DueAccount[]> {
  const { now, perIntegration, page } = limits
  const rows = await db
    .select({
      account: connectedAccounts,
      kind: environments.kind,
      settings: environments.settings,
    })
    .from(dataIntegrations)
    .innerJoin(environments, eq(environments.id, dataIntegrations.environmentId))
    .innerJoin(
      connectedAccounts,
      sql`${connectedAccounts.id} IN (
        SELECT due.id FROM connected_accounts AS due INDEXED BY connected_accounts_due
        WHERE due.data_integration_id = ${dataIntegrations.id}
          AND due.next_care_at IS NOT NULL AND due.next_care_at <= ${now}
        ORDER BY due.next_care_at LIMIT ${perIntegration})`,
    )
    .limit(page)
  return rows.map(({ account, kind, settings }) => ({
    keepAliveDays: settings.keepAliveDays,
    accountId: account.id,
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

/** Puts accounts off that could not be looked after, or need nothing any more (null). */
export const postponeCare = (
  db: Database,
  at: { readonly environmentId: string; readonly accountId: string },
  nextCareAt: number | null,
): Write =>
  db
    .update(connectedAccounts)
    .set({ nextCareAt })
    .where(
      and(
        eq(connectedAccounts.environmentId, at.environmentId),
        eq(connectedAccounts.id, at.accountId),
      ),
    )
