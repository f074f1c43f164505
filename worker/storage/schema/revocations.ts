/** Grants that are to be given back: an outbox, and the record of what became of each. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const revocations = sqliteTable(
  'revocations',
  {
    environmentId: text('environment_id').notNull(),
    accountId: text('account_id').notNull(),
    grantId: text('grant_id').notNull(),
    epoch: integer('epoch').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    slug: text('slug').notNull(),
    ownerKind: text('owner_kind', { enum: ['user', 'organization'] }).notNull(),
    userId: text('user_id').notNull(),
    organizationId: text('organization_id').notNull(),
    clientVersionId: text('client_version_id'),
    /** What fills the provider's addresses. */
    config: text('config', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    /** The account at the provider, when another live connection to it must not be ended with this one. */
    accountIdentifier: text('account_identifier'),
    /** Why the grant is given back. */
    cause: text('cause', { enum: ['disconnected', 'replaced', 'late_answer'] }).notNull(),
    /** Sealed; null as soon as the outcome is final. */
    sealedAccess: text('sealed_access'),
    sealedRefresh: text('sealed_refresh'),
    wrappedKey: text('wrapped_key'),
    outcome: text('outcome', {
      enum: ['pending', 'revoked', 'not_supported', 'failed', 'skipped_shared_grant'],
    }).notNull(),
    tries: integer('tries').notNull(),
    /** Null when there is nothing more to try. */
    nextTryAt: integer('next_try_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.grantId, table.epoch] }),
    index('revocations_due')
      .on(table.nextTryAt)
      .where(sql`next_try_at IS NOT NULL`),
    index('revocations_by_key').on(table.wrappedKey),
  ],
)
