/** Connections and their sealed credentials. The owner's object decides; these rows remember. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const connectedAccounts = sqliteTable(
  'connected_accounts',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    slug: text('slug').notNull(),
    ownerKind: text('owner_kind', { enum: ['user', 'organization'] }).notNull(),
    /** The owning user; '' for an organization's own account (null would not be unique in SQL). */
    userId: text('user_id').notNull(),
    /** The organization of the owner, or '' for none. */
    organizationId: text('organization_id').notNull(),
    /** `pending` until its credential is in the owner's object; then what the object says. */
    state: text('state', {
      enum: ['pending', 'connected', 'needs_reauthorization', 'disconnected'],
    }).notNull(),
    reason: text('reason'),
    grantId: text('grant_id').notNull(),
    clientVersionId: text('client_version_id'),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    accountIdentifier: text('account_identifier'),
    accountDisplayName: text('account_display_name'),
    /** The object's count of its decisions; a projection applies only with a higher one. */
    sequence: integer('sequence').notNull(),
    /** Which vault key wraps the copy in the object. */
    objectKeyId: text('object_key_id').notNull(),
    revocation: text('revocation'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('connected_accounts_live')
      .on(
        table.environmentId,
        table.dataIntegrationId,
        table.ownerKind,
        table.userId,
        table.organizationId,
      )
      .where(sql`state <> 'disconnected'`),
    index('connected_accounts_by_owner').on(
      table.environmentId,
      table.userId,
      table.organizationId,
    ),
  ],
)

/** Append-only record and escrow in one: every credential that a provider ever gave us, sealed. */
export const credentialVersions = sqliteTable(
  'credential_versions',
  {
    environmentId: text('environment_id').notNull(),
    accountId: text('account_id').notNull(),
    grantId: text('grant_id').notNull(),
    epoch: integer('epoch').notNull(),
    sealedAccess: text('sealed_access').notNull(),
    sealedRefresh: text('sealed_refresh'),
    wrappedKey: text('wrapped_key').notNull(),
    expiresAt: integer('expires_at'),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    metadata: text('metadata', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.grantId, table.epoch] })],
)
