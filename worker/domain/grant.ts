/** What an owner's object keeps of one connection: a plain object, in which secrets appear only sealed. */
import type { AuditEntry } from './audit.ts'
import type { CareRules } from './care.ts'
import type { AuthMethod, ConnectionRole } from './integration.ts'
import type { OwnerReference } from './owner.ts'

/** A refresh token of the same grant and epoch as the current one, sealed like it. */
export type Spare = { readonly sealedRefresh: string; readonly wrappedKey: string }

/** One credential of a grant, sealed. A grant begins with epoch 1; every refresh adds one. */
export type SealedCredential = {
  readonly grantId: string
  readonly epoch: number
  readonly sealedAccess: string
  readonly sealedRefresh: string | null
  readonly wrappedKey: string
  /** Epoch milliseconds; null for a token that does not expire. */
  readonly expiresAt: number | null
  /** When the refresh token ends by itself, as its provider said; null where it did not. */
  readonly refreshExpiresAt: number | null
  readonly obtainedAt: number
  readonly scopes: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

/** The OAuth client of the last refresh, sealed, so that refreshing works while D1 is silent. */
export type SealedClient = {
  readonly versionId: string
  readonly clientId: string
  readonly sealedSecret: string | null
  readonly wrappedKey: string | null
  readonly definition: unknown
}

export type Lease = {
  readonly id: string
  readonly epoch: number
  readonly deadline: number
  /** True when an earlier exchange of the same refresh token has an unknown outcome. */
  readonly uncertain: boolean
}

export type AccountStatus = 'connected' | 'needs_reauthorization' | 'disconnected'

export type AccountRecord = {
  /** 2: a connection beside another one, which code that knows of only one must not read. */
  readonly version: 1 | 2
  readonly accountId: string
  readonly reference: OwnerReference
  readonly slug: string
  /** Which of an owner's connections it is, to callers who know of only one. */
  readonly role: ConnectionRole
  /** Its owner chose it: it is vended to whoever names none. One of an owner's at most. */
  readonly preferred: boolean
  readonly authMethod: AuthMethod
  /** What was set for this connection alone, by config field: a snapshot, nothing secret. */
  readonly config: Readonly<Record<string, string>>
  /** Who it is at the provider, and its name there; absent until somebody has told. */
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
  readonly status: AccountStatus
  readonly reason: string | null
  /** Counts this object's decisions; projections and event ids derive from it. */
  readonly sequence: number
  /** The highest sequence that D1 has acknowledged. */
  readonly projected: number
  /** The status that D1 has acknowledged: only a change of status is an event. */
  readonly projectedStatus: AccountStatus | null
  readonly credential: SealedCredential | null
  /** Outlives the credential: no grant that is older than this one is ever taken again. */
  readonly newestGrantId: string
  readonly clientVersionId: string | null
  readonly sealedClient: SealedClient | null
  readonly lease: Lease | null
  readonly failures: number
  readonly firstFailureAt: number | null
  /** No refresh is tried before this time. */
  readonly retryAt: number | null
  readonly lastFailure: { readonly kind: string; readonly code: string; readonly at: number } | null
  /** The last exchange of the current refresh token has an unknown outcome. */
  readonly uncertain: boolean
  /** Another answer to the refresh token that bought the current credential; gone with the next epoch. */
  readonly spare: Spare | null
  /** The provider's limits for this grant; null until somebody has told them. */
  readonly rules: CareRules | null
  /** When the user gave the consent that this grant stands on. */
  readonly grantedAt: number
  /** To the hour, but always after `obtainedAt` when the current token was ever asked for. */
  readonly lastUsedAt: number | null
  /** When it was left to its idle limit, because its environment keeps alive no connection that is used so seldom. */
  readonly leftAt?: number | undefined
  /** When a caller last had the token refreshed by saying that it was rejected. */
  readonly rejectedAt: number | null
  /** What a disconnect took away, until D1 has written down that it must be given back. */
  readonly revoking: ReplacedGrant | null
  /** Which operator has disconnected or marked it, until D1 has written that down. */
  readonly decidedBy?: AuditEntry | undefined
  /** When the account was disconnected. */
  readonly endedAt: number | null
  readonly createdAt: number
}

export type ReplacedGrant = {
  readonly accountId: string
  /** OAuth unless told: nobody can give an API key back. */
  readonly authMethod?: AuthMethod
  /** What fills the provider's addresses for it. */
  readonly config?: Readonly<Record<string, string>>
  readonly clientVersionId: string | null
  readonly credential: SealedCredential
}
