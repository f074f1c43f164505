/** Connections and their sealed credentials. The owner's object decides; these rows remember. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { NeedsUser } from '../../domain/care.ts'

// Literals, here and in statements: SQLite takes a partial index only for a statement that repeats its condition.
export const IS_LIVE = sql`state <> 'disconnected'`
export const IS_VISIBLE = sql`state IN ('connected', 'needs_reauthorization')`
export const NEEDS_REAUTHORIZATION = sql`state = 'needs_reauthorization'`
export const IS_NOT_OAUTH = sql`auth_method <> 'oauth'`

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
    role: text('connection_role', { enum: ['compatibility', 'standard'] })
      .notNull()
      .default('compatibility'),
    authMethod: text('auth_method', { enum: ['oauth', 'api_key', 'client_credentials'] })
      .notNull()
      .default('oauth'),
    /** What was set for this connection alone, by config field. */
    config: text('config', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    clientId: text('client_id'),
    secretLastFour: text('secret_last_four'),
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
    /** What its owner calls it. */
    nickname: text('nickname'),
    /** Its owner chose it among several, as the object says. */
    preferred: integer('preferred', { mode: 'boolean' }).notNull().default(false),
    /** Of `account_pictures`. A trigger erases the picture when this changes or the row goes. */
    pictureId: text('picture_id'),
    /** The object's count of its decisions; a projection applies only with a higher one. */
    sequence: integer('sequence').notNull(),
    /** Which vault key wraps the copy in the object. */
    objectKeyId: text('object_key_id').notNull(),
    revocation: text('revocation'),
    lastUsedAt: integer('last_used_at'),
    lastRefreshedAt: integer('last_refreshed_at'),
    lastErrorCode: text('last_error_code'),
    lastErrorClass: text('last_error_class'),
    lastErrorAt: integer('last_error_at'),
    /** When the connection will need its user again, as far as anybody can tell, and why. */
    needsUserAt: integer('needs_user_at'),
    needsUserReason: text('needs_user_reason').$type<NeedsUser['reason']>(),
    /** When the cron job looks after it: a keep-alive that is due, or an alarm that must be lost. */
    nextCareAt: integer('next_care_at'),
    /** When the object saw what the columns above say; an older report never replaces a newer one. */
    observedAt: integer('observed_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('connected_accounts_due')
      .on(table.dataIntegrationId, table.nextCareAt)
      .where(sql`next_care_at IS NOT NULL`),
    index('connected_accounts_by_object_key').on(table.objectKeyId),
    uniqueIndex('connected_accounts_compatibility')
      .on(
        table.environmentId,
        table.dataIntegrationId,
        table.ownerKind,
        table.userId,
        table.organizationId,
      )
      .where(sql`state <> 'disconnected' AND connection_role = 'compatibility'`),
    index('connected_accounts_by_owner').on(
      table.environmentId,
      table.userId,
      table.organizationId,
      table.id,
    ),
    // For lists (`account-lists.ts`), each in the order in which it is shown: decision 037.
    index('connected_accounts_list').on(table.environmentId, table.id).where(IS_VISIBLE),
    index('connected_accounts_by_provider')
      .on(table.environmentId, table.slug, table.id)
      .where(IS_VISIBLE),
    index('connected_accounts_by_user')
      .on(table.environmentId, table.userId, table.id, table.slug)
      .where(IS_VISIBLE),
    index('connected_accounts_by_organization')
      .on(table.environmentId, table.organizationId, table.id, table.slug)
      .where(IS_LIVE),
    index('connected_accounts_by_identifier')
      .on(table.environmentId, table.accountIdentifier, table.id)
      .where(sql`account_identifier IS NOT NULL`),
    // Of few connections each: the others do not pay for them.
    index('connected_accounts_by_auth_method')
      .on(table.environmentId, table.authMethod, table.id)
      .where(sql`${IS_NOT_OAUTH} AND ${IS_VISIBLE}`),
    index('connected_accounts_by_error')
      .on(table.environmentId, table.lastErrorClass, table.id, table.slug, table.organizationId)
      .where(sql`last_error_class IS NOT NULL AND ${IS_VISIBLE}`),
    index('connected_accounts_by_need')
      .on(table.environmentId, table.needsUserAt, table.id, table.slug, table.organizationId)
      .where(sql`needs_user_at IS NOT NULL AND ${IS_VISIBLE}`),
    index('connected_accounts_to_reauthorize')
      .on(table.environmentId, table.state, table.id, table.slug, table.organizationId)
      .where(NEEDS_REAUTHORIZATION),
  ],
)

/**
 * The picture of an account as its provider showed it when it was connected. Its id is all that it takes to see it. Triggers
 * (migration 0011) erase it as soon as no row names it: with the end of the connection, whoever writes that.
 */
export const accountPictures = sqliteTable('account_pictures', {
  id: text('id').primaryKey(),
  type: text('type').notNull(),
  /** As base64url. */
  bytes: text('bytes').notNull(),
})

/** Record and escrow in one: the newest credentials that a provider gave us for a grant, sealed. Rows never change but for the key that wraps them. */
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
    /** When the refresh token ends by itself, where the provider says so. */
    refreshExpiresAt: integer('refresh_expires_at'),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    metadata: text('metadata', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.grantId, table.epoch] }),
    index('credential_versions_by_key').on(table.wrappedKey),
  ],
)
