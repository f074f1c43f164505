/** What an operator switched on: integrations, providers defined at run time, OAuth clients. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AuthMethod } from '../../domain/integration.ts'
import type { ProviderDefinition } from '../../providers/definition.ts'

export const dataIntegrations = sqliteTable(
  'data_integrations',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    slug: text('slug').notNull(),
    ownership: text('ownership', { enum: ['user', 'organization'] }).notNull(),
    credentialsType: text('credentials_type', {
      enum: ['shared', 'custom', 'organization', 'none'],
    }).notNull(),
    authMethods: text('auth_methods', { mode: 'json' })
      .$type<readonly AuthMethod[]>()
      .notNull()
      .default(['oauth']),
    /** Values of the provider's config fields that hold for all connections. */
    config: text('config', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    /** The part of the redirect URI that makes it this integration's own (`dik_…`). */
    redirectKey: text('redirect_key').notNull(),
    /** The OAuth client that new connections use; null for shared credentials. */
    clientVersionId: text('client_version_id'),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>(),
    description: text('description'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull(),
    isCustomProvider: integer('is_custom_provider', { mode: 'boolean' }).notNull(),
    /** Goes up with every change that a running attempt must not survive. */
    securityVersion: integer('security_version').notNull(),
    deletingAt: integer('deleting_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('data_integrations_by_slug').on(table.environmentId, table.slug, table.ownership),
    uniqueIndex('data_integrations_by_redirect_key').on(table.redirectKey),
    index('data_integrations_list').on(table.environmentId, table.id),
  ],
)

export const customProviders = sqliteTable(
  'custom_providers',
  {
    environmentId: text('environment_id').notNull(),
    slug: text('slug').notNull(),
    definition: text('definition', { mode: 'json' }).$type<ProviderDefinition>().notNull(),
    /** The definition as the operator gave it, in the wire's words, to be shown again. */
    source: text('source', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.environmentId, table.slug] })],
)

/** An OAuth client as it was at one time. A grant names the version it was made with. */
export const clientVersions = sqliteTable(
  'client_versions',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    /** The account whose own client it is (client credentials); null for an integration's. */
    accountId: text('account_id'),
    clientId: text('client_id').notNull(),
    sealedSecret: text('sealed_secret'),
    wrappedKey: text('wrapped_key'),
    secretLastFour: text('secret_last_four'),
    /**
     * The provider as it was when its hosts moved: grants of this version go on with those hosts, so
     * that no secret of theirs reaches one that nobody had named. Null: as it is now.
     */
    definition: text('definition', { mode: 'json' }).$type<ProviderDefinition>(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('client_versions_by_integration').on(table.environmentId, table.dataIntegrationId),
    index('client_versions_by_key').on(table.wrappedKey),
    index('client_versions_by_account')
      .on(table.accountId)
      .where(sql`account_id IS NOT NULL`),
  ],
)

/** What one organization has set for itself over an integration (contract 2.2). Null: as the integration has it. */
export const organizationOverrides = sqliteTable(
  'organization_overrides',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    organizationId: text('organization_id').notNull(),
    enabled: integer('enabled', { mode: 'boolean' }),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>(),
    /** The organization's own OAuth client, where the integration leaves that to organizations. */
    clientVersionId: text('client_version_id'),
    config: text('config', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    /** Goes up with every change that a running attempt must not survive. */
    securityVersion: integer('security_version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('organization_overrides_by_organization').on(
      table.environmentId,
      table.organizationId,
      table.dataIntegrationId,
    ),
    // Whether any organization has set something, which each first vend asks; and which have, for the dashboard.
    index('organization_overrides_by_integration').on(
      table.environmentId,
      table.dataIntegrationId,
      table.id,
    ),
    index('organization_overrides_list').on(table.environmentId, table.id),
    index('organization_overrides_of_one').on(table.environmentId, table.organizationId, table.id),
  ],
)

/**
 * What is wrong with an OAuth client at its provider, one row for each kind of trouble. While one is
 * open it holds all accounts of the client back, so that not each of them has to find out.
 */
export const clientTroubles = sqliteTable(
  'client_troubles',
  {
    /** The client version's id, or `shared:<integration id>` for shared credentials. */
    clientKey: text('client_key').notNull(),
    /** The provider refuses the client, does not answer, or ends many grants at once. */
    kind: text('kind', { enum: ['misconfigured', 'unreachable', 'incident'] }).notNull(),
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    /** The provider's word for it, the last one. */
    code: text('code').notNull(),
    /** Counted within a window; not yet open means: still counting. */
    failures: integer('failures').notNull(),
    windowStartedAt: integer('window_started_at').notNull(),
    openedAt: integer('opened_at'),
    /** Nothing is sent for this client before this time; then one probe. */
    probeAt: integer('probe_at'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.clientKey, table.kind] }),
    index('client_troubles_by_integration').on(table.environmentId, table.dataIntegrationId),
  ],
)
