/** What the triggers of migration 0008 have counted: reading it costs the same with a million connections. */
import { and, asc, eq, gte } from 'drizzle-orm'
import type { Database } from './database.ts'
import { connectionCounts, dailyCounts } from './schema/counters.ts'

export type ConnectionCount = Pick<
  typeof connectionCounts.$inferSelect,
  'dataIntegrationId' | 'state' | 'count'
>
export type DailyCount = Pick<typeof dailyCounts.$inferSelect, 'day' | 'kind' | 'count'>

export const connectionCountsOf = (
  db: Database,
  environmentId: string,
): Promise<ConnectionCount[]> =>
  db
    .select({
      dataIntegrationId: connectionCounts.dataIntegrationId,
      state: connectionCounts.state,
      count: connectionCounts.count,
    })
    .from(connectionCounts)
    .where(eq(connectionCounts.environmentId, environmentId))

/** @param since a day as `2026-11-30`, in UTC */
export const dailyCountsSince = (
  db: Database,
  environmentId: string,
  since: string,
): Promise<DailyCount[]> =>
  db
    .select({ day: dailyCounts.day, kind: dailyCounts.kind, count: dailyCounts.count })
    .from(dailyCounts)
    .where(and(eq(dailyCounts.environmentId, environmentId), gte(dailyCounts.day, since)))
    .orderBy(asc(dailyCounts.day))
