/**
 * Started authorizations. Everything a browser or a provider brings back is kept as a hash, so
 * that a dump starts nothing; each step is one conditional UPDATE, so that each happens once.
 */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CareRules } from '../../domain/care.ts'

export const connectAttempts = sqliteTable(
  'connect_attempts',
  {
    id: text('id').primaryKey(),
    environmentId: text('environment_id').notNull(),
    dataIntegrationId: text('data_integration_id').notNull(),
    slug: text('slug').notNull(),
    ownerKind: text('owner_kind', { enum: ['user', 'organization'] }).notNull(),
    userId: text('user_id').notNull(),
    organizationId: text('organization_id').notNull(),
    userLabel: text('user_label'),
    status: text('status', {
      enum: ['created', 'opened', 'exchanging', 'pending', 'completed', 'failed', 'rejected'],
    }).notNull(),
    /** What finishes the attempt: `verifier`, `handoff` or `confirmation`. Frozen at authorize. */
    binding: text('binding', { enum: ['verifier', 'handoff', 'confirmation'] }).notNull(),
    handoffTokenHash: text('handoff_token_hash'),
    redirectTokenHash: text('redirect_token_hash').notNull(),
    /** The registered origin that asked; only from there the handoff is believed. */
    origin: text('origin'),
    codeChallenge: text('code_challenge'),
    returnTo: text('return_to'),
    ticketHash: text('ticket_hash').notNull(),
    cookieHash: text('cookie_hash'),
    stateHash: text('state_hash'),
    /** Our own PKCE verifier toward the provider, sealed. */
    sealedVerifier: text('sealed_verifier'),
    verifierKey: text('verifier_key'),
    securityVersion: integer('security_version').notNull(),
    clientVersionId: text('client_version_id'),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The sealed credential that waits for its completion. */
    candidate: text('candidate', { mode: 'json' }).$type<Candidate>(),
    completionCodeHash: text('completion_code_hash'),
    completionTries: integer('completion_tries').notNull(),
    failureCode: text('failure_code'),
    accountId: text('account_id'),
    /** What the user set for this connection, by config field. */
    config: text('config', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
    /** `add`: another connection beside those that the owner has. */
    intent: text('connection_intent', { enum: ['add'] }),
    /** The one connection that is to be authorized anew. */
    targetAccountId: text('target_account_id'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('connect_attempts_by_ticket').on(table.ticketHash),
    uniqueIndex('connect_attempts_by_state').on(table.stateHash),
    index('connect_attempts_by_redirect_token').on(table.redirectTokenHash),
    index('connect_attempts_by_expiry').on(table.expiresAt),
    // For the timeline of a connection.
    index('connect_attempts_by_owner').on(
      table.environmentId,
      table.dataIntegrationId,
      table.userId,
      table.organizationId,
    ),
  ],
)

/** A credential sealed for the account and grant that it will become. */
export type Candidate = {
  readonly accountId: string
  readonly grantId: string
  readonly sealedAccess: string
  readonly sealedRefresh: string | null
  readonly wrappedKey: string
  readonly expiresAt: number | null
  /** Absent in candidates of earlier code, as are the rules. */
  readonly refreshExpiresAt?: number | null
  readonly rules?: CareRules
  readonly scopes: readonly string[]
  readonly metadata: Record<string, string>
  readonly accountIdentifier: string | null
  readonly accountDisplayName: string | null
  /** Where its picture is to be fetched from once it is connected. */
  readonly pictureUrl?: string
}
