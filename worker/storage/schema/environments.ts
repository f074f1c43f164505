/** Environments and the API keys of their backends. Keys are kept as an HMAC under a pepper. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EnvironmentSettings } from '../../domain/environment.ts'
import type { KeyScope } from '../../domain/key-scope.ts'

export const environments = sqliteTable('environments', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['sandbox', 'production'] }).notNull(),
  /** Exact origins of pages that may embed the widget. */
  allowedOrigins: text('allowed_origins', { mode: 'json' }).$type<readonly string[]>().notNull(),
  /** Exact addresses (origin and path) to which a browser may be sent back. */
  returnUrls: text('return_urls', { mode: 'json' }).$type<readonly string[]>().notNull(),
  settings: text('settings', { mode: 'json' }).$type<EnvironmentSettings>().notNull().default({}),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    name: text('name').notNull(),
    mac: text('mac').notNull(),
    /** What it may do; null: everything. */
    scopes: text('scopes', { mode: 'json' }).$type<readonly KeyScope[]>(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
    lastUsedOn: text('last_used_on'),
  },
  (table) => [index('api_keys_by_environment').on(table.environmentId, table.createdAt, table.id)],
)
