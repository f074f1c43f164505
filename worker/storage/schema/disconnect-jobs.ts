/** Disconnecting many: what was asked for, how far it is, and what became of each account. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const disconnectJobs = sqliteTable(
  'disconnect_jobs',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    /** Which accounts: members that are absent do not narrow the choice. */
    selector: text('selector', { mode: 'json' }).$type<DisconnectSelector>().notNull(),
    /** The last account id that was looked at; the job goes on behind it. */
    cursor: text('cursor').notNull(),
    state: text('state', { enum: ['running', 'completed'] }).notNull(),
    /** What is connected later than this is not taken. */
    until: integer('until').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('disconnect_jobs_running')
      .on(table.updatedAt)
      .where(sql`state = 'running'`),
  ],
)

export const disconnectJobAccounts = sqliteTable(
  'disconnect_job_accounts',
  {
    jobId: text('job_id').notNull(),
    environmentId: text('environment_id').notNull(),
    accountId: text('account_id').notNull(),
    outcome: text('outcome', {
      enum: ['disconnected', 'already_disconnected', 'failed'],
    }).notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.accountId] })],
)

/** Times are epoch milliseconds of the connection's creation; `until` is exclusive. */
export type DisconnectSelector = {
  readonly integrationId?: string
  readonly userId?: string
  readonly organizationId?: string
  readonly connectedFrom?: number
  readonly connectedUntil?: number
}
