/**
 * What a repeated request must not do twice. The row is written before the effect and names the account
 * that the effect will make, so that whoever repeats it finds the same one.
 */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    environmentId: text('environment_id').notNull(),
    /** SHA-256 of the key as the caller sent it. */
    keyHash: text('key_hash').notNull(),
    /** HMAC of method, address and body: the same key with another request is refused. */
    fingerprint: text('fingerprint').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.environmentId, table.keyHash] }),
    index('idempotency_keys_by_age').on(table.createdAt),
  ],
)
