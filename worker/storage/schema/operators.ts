/** Who manages the deployment: of no environment, so none of these tables but the last belongs to one. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

const ROLES = ['owner', 'developer', 'viewer'] as const
const METHODS = ['passkey', 'access'] as const

export const operators = sqliteTable(
  'operators',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** In lower case, by which Cloudflare Access names somebody; null: they have a passkey. */
    email: text('email'),
    role: text('role', { enum: ROLES }).notNull(),
    /** 1 of whoever set the deployment up: of several at once, one is first. */
    founder: integer('founder'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
  },
  (table) => [
    uniqueIndex('operators_founder').on(table.founder),
    uniqueIndex('operators_by_email').on(table.email),
  ],
)

export const operatorPasskeys = sqliteTable(
  'operator_passkeys',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    credentialId: text('credential_id').notNull(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<readonly string[]>().notNull(),
    isSynced: integer('is_synced', { mode: 'boolean' }).notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    uniqueIndex('operator_passkeys_by_credential').on(table.credentialId),
    index('operator_passkeys_by_operator').on(table.operatorId),
  ],
)

export const operatorSessions = sqliteTable(
  'operator_sessions',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    method: text('method', { enum: METHODS }).notNull().default('passkey'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
  },
  (table) => [
    uniqueIndex('operator_sessions_by_token').on(table.tokenHash),
    index('operator_sessions_by_operator').on(table.operatorId),
    index('operator_sessions_by_expiry').on(table.expiresAt),
  ],
)

export const operatorInvitations = sqliteTable(
  'operator_invitations',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    name: text('name').notNull(),
    /** Whom Access has to name; null: whoever has the link. */
    email: text('email'),
    role: text('role', { enum: ROLES }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [uniqueIndex('operator_invitations_by_token').on(table.tokenHash)],
)

/** What was used once and never is again: challenges of passkeys, while they could still come back. */
export const spentChallenges = sqliteTable(
  'spent_challenges',
  { hash: text('hash').primaryKey(), expiresAt: integer('expires_at').notNull() },
  (table) => [index('spent_challenges_by_expiry').on(table.expiresAt)],
)

/** How often each set-up token was missed. */
export const setupFailures = sqliteTable('setup_failures', {
  tokenHash: text('token_hash').primaryKey(),
  failures: integer('failures').notNull(),
})

/** What operators have done: written in the batch of the change, and never changed. */
export const operatorAudit = sqliteTable(
  'operator_audit',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    operatorId: text('operator_id'),
    operatorName: text('operator_name'),
    action: text('action').notNull(),
    environmentId: text('environment_id'),
    target: text('target'),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    ipAddress: text('ip_address'),
    country: text('country'),
    userAgent: text('user_agent'),
  },
  (table) => [index('operator_audit_by_environment').on(table.environmentId, table.id)],
)
