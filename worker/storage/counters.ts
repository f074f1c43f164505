/** What the triggers of migration 0008 have counted: reading it costs the same with a million connections. */
import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { connectionCounts } from './schema/counters.ts'

export type ConnectionCount = Pick<
  typeof connectionCounts.$inferSelect,
  'dataIntegrationId' | 'state' | 'count'
>

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
