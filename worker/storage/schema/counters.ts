/**
 * What the dashboard shows of a million connections without reading them. Triggers keep these tables (at the
 * end of migration 0008), in the batch of whatever changes: no use case has to think of them, and none can forget.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Connections by integration and state, those that are visible. */
export const connectionCounts = sqliteTable(
  'connection_counts',
  {
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    state: text('state', { enum: ['connected', 'needs_reauthorization'] }).notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.dataIntegrationId, table.state] })],
)

/** What happened on a day, in UTC. */
export const dailyCounts = sqliteTable(
  'daily_counts',
  {
    environmentId: text('environment_id').notNull(),
    day: text('day').notNull(),
    kind: text('kind', {
      enum: ['connected', 'reauthorization_needed', 'disconnected', 'refreshed', 'refresh_failed'],
    }).notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.day, table.kind] })],
)

/** Refreshes that failed, the last fifty of each connection: its row remembers one. */
export const refreshFailures = sqliteTable(
  'refresh_failures',
  {
    environmentId: text('environment_id').notNull(),
    accountId: text('account_id').notNull(),
    at: integer('at').notNull(),
    class: text('class'),
    code: text('code'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.at] })],
)
