/**
 * What an owner's object keeps of one connection, and the messages it exchanges. Everything here is
 * a plain object that survives RPC; secrets appear only sealed. Messages carry a version, because
 * an object may run older code than its caller for some minutes after a deploy.
 */
import type { CareRules, Observation } from './care.ts'
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
  readonly version: 1
  readonly accountId: string
  readonly reference: OwnerReference
  readonly slug: string
  /** Which of an owner's connections it is, to callers who know of only one. */
  readonly role: ConnectionRole
  readonly authMethod: AuthMethod
  /** What was set for this connection alone, by config field: a snapshot, nothing secret. */
  readonly config: Readonly<Record<string, string>>
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
  /** When a caller last had the token refreshed by saying that it was rejected. */
  readonly rejectedAt: number | null
  /** What a disconnect took away, until D1 has written down that it must be given back. */
  readonly revoking: ReplacedGrant | null
  /** When the account was disconnected. */
  readonly endedAt: number | null
  readonly createdAt: number
}

export type VendRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
}

export type VendOutcome =
  | ({
      readonly kind: 'active'
      readonly accountId: string
      readonly credential: VendedCredential
    } & Partial<Pick<AccountRecord, 'authMethod' | 'config'>>)
  | { readonly kind: 'not_installed' }
  | { readonly kind: 'needs_reauthorization'; readonly reason: string | null }
  | {
      readonly kind: 'unavailable'
      readonly code: UnavailableCode
      readonly retryAfterSeconds: number
    }

/** What vending needs and no more: the refresh token stays behind. */
export type VendedCredential = Omit<SealedCredential, 'sealedRefresh'>

export type UnavailableCode =
  | 'storage_unavailable'
  | 'provider_unavailable'
  | 'grants_refused_together'
  | 'integration_misconfigured'
  | 'refresh_in_progress'
  | 'refresh_recovering'
  | 'refresh_too_soon'
  | 'vault_key_unavailable'
  | 'integrity_error'
  | 'unsupported_version'

export type InstallRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  readonly accountId: string
  readonly credential: SealedCredential
  readonly clientVersionId: string | null
  /** The sequence of the account's row in D1: what follows must be higher, whatever this object knows. */
  readonly knownSequence: number
  /** Absent from callers of an older version. */
  readonly rules?: CareRules | null
  /** OAuth unless told; likewise without config. */
  readonly authMethod?: AuthMethod
  readonly config?: Readonly<Record<string, string>>
  /** `connected` unless told. */
  readonly standing?: Standing | undefined
  /** What the owner must have for this grant to be taken; whatever it has unless told. */
  readonly replaces?: Replaces | undefined
}

/** A grant that is told to be over is kept, but not used. */
export type Standing = {
  readonly status: Exclude<AccountStatus, 'disconnected'>
  readonly reason: string | null
}

/** `nothing`: the owner is not connected. Otherwise exactly this credential, with no refresh under way. */
export type Replaces =
  | 'nothing'
  | {
      readonly grantId: string
      readonly epoch: number
      /** The new grant goes on with the same refresh token, and with the doubts about it. */
      readonly keepsRefreshToken: boolean
    }

export type InstallOutcome =
  /** The owner does not have what the grant was to replace. */
  | { readonly kind: 'conflict' }
  /** The owner has had a newer grant, or this one before: nothing was changed. */
  | { readonly kind: 'superseded' }
  | {
      readonly kind: 'installed'
      readonly sequence: number
      readonly observation?: Observation
      /** The grant that this one replaced, for revocation; null when there was none. */
      readonly replaced: ReplacedGrant | null
    }

/** What an owner has now, for a caller who means to replace it. */
export type ReadOutcome =
  | {
      readonly kind: 'found'
      readonly accountId: string
      readonly standing: Standing
      readonly sequence: number
      readonly credential: SealedCredential
    }
  | { readonly kind: 'not_installed' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number }

export type ReplacedGrant = {
  readonly accountId: string
  /** OAuth unless told: nobody can give an API key back. */
  readonly authMethod?: AuthMethod
  /** What fills the provider's addresses for it. */
  readonly config?: Readonly<Record<string, string>>
  readonly clientVersionId: string | null
  readonly credential: SealedCredential
}

export type CommitRequest = {
  readonly v: 1
  readonly accountId: string
  readonly leaseId: string
  readonly credential: SealedCredential
  readonly sealedClient: SealedClient | null
  /** Absent from callers of an older version. */
  readonly rules?: CareRules | null
}

/**
 * `superseded`: the grant is gone or tombstoned; what was obtained should be revoked. `spare`: another
 * answer to the same refresh token came first.
 */
export type CommitOutcome = { readonly kind: 'committed' | 'stale' | 'superseded' | 'spare' }

export type RefusalRequest = {
  readonly v: 1
  readonly accountId: string
  readonly leaseId: string
  readonly grantId: string
  readonly failure: {
    readonly kind:
      | 'retry'
      | 'configuration'
      | 'needs_reauthorization'
      | 'suspect'
      | 'unknown_outcome'
    readonly code: string
    readonly retryAfterSeconds?: number | undefined
  }
  /** The spare was tried as well, and will not do. Absent from callers of an older version. */
  readonly isSpareSpent?: boolean
}

/** What the exchanger is given: enough to refresh with D1 silent. */
export type RefreshJob = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  readonly accountId: string
  readonly lease: Lease
  readonly credential: SealedCredential
  readonly clientVersionId: string | null
  readonly sealedClient: SealedClient | null
  /** What fills the provider's addresses for this connection. Absent from older callers, as is the method. */
  readonly authMethod?: AuthMethod
  readonly config?: Readonly<Record<string, string>>
  /** The last refusal was held to be one of many (`grants_refused_together`). Absent from older callers. */
  readonly wasHeld?: boolean
  /** Absent from older callers. */
  readonly spare?: Spare | null
}

export type DisconnectRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  readonly accountId?: string | undefined
}

/** What became of a move to the ring's active key. */
export type RewrapOutcome =
  | { readonly kind: 'rewrapped'; readonly accountIds: readonly string[]; readonly keyId: string }
  | { readonly kind: 'unavailable' | 'integrity_error' | 'vault_key_unavailable' }

/** What the cron job asks an object to look after. */
export type CareRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
}

/** `unavailable`: the object could not find out what it holds. */
export type CareOutcome = { readonly kind: 'cared' | 'not_installed' | 'unavailable' }

/** A caller whose provider has refused the current token. */
export type RejectRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  /** Which credential was refused; another one is not touched. */
  readonly grantId: string
  readonly epoch: number
}

export type RejectOutcome =
  | VendOutcome
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }

export type DisconnectOutcome =
  | {
      readonly kind: 'disconnected'
      readonly accountId: string
      readonly sequence: number
      readonly createdAt: number
      readonly grant: ReplacedGrant | null
    }
  | { readonly kind: 'not_installed' }
  | { readonly kind: 'unavailable' }

/** What D1 is told after a decision. */
export type Projection = {
  readonly accountId: string
  readonly environmentId: string
  readonly status: AccountStatus
  readonly reason: string | null
  readonly sequence: number
  readonly scopes: readonly string[]
  readonly grantId: string | null
  readonly clientVersionId: string | null
  readonly objectKeyId: string | null
}
