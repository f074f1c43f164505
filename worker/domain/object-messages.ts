/**
 * The messages that an owner's object exchanges. Everything here is a plain object that survives RPC;
 * secrets appear only sealed. Messages carry a version, because an object may run older code than its
 * caller for some minutes after a deploy.
 */
import type { AuditEntry } from './audit.ts'
import type { CareRules, Observation } from './care.ts'
import type { ConnectionLabel, Selection } from './connections.ts'
import type {
  AccountRecord,
  AccountStatus,
  Lease,
  ReplacedGrant,
  SealedClient,
  SealedCredential,
  Spare,
} from './grant.ts'
import type { AuthMethod, ConnectionRole } from './integration.ts'
import type { OwnerReference } from './owner.ts'

/** Its selection is absent from callers of an older version. */
export type VendRequest = Selection & {
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
  | SelectionRequired
  | {
      readonly kind: 'unavailable'
      readonly code: UnavailableCode
      readonly retryAfterSeconds: number
    }

/** Several connections are meant, and the caller has to say which. */
export type SelectionRequired = {
  readonly kind: 'selection_required'
  readonly connections: readonly ConnectionLabel[]
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
  /** Which connection it is for: one more, or exactly the one that is named; the compatibility one unless told. */
  readonly intent?: InstallIntent | undefined
  /** Kept beside the grant; absent from callers of an older version. */
  readonly accountIdentifier?: string | null | undefined
  readonly accountDisplayName?: string | null | undefined
  /** The identifier is the provider's word, so that two of the same are one account there. */
  readonly isIdentified?: boolean | undefined
  /** Which operator does it; absent: the user, or their backend. */
  readonly by?: AuditEntry | undefined
}

export type InstallIntent = 'add' | 'reauthorize'

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
  | InstallRefusal
  /** The object could not find out what it holds, or a newer version wrote it: nothing was changed. */
  | { readonly kind: 'unavailable' }
  | {
      readonly kind: 'installed'
      readonly sequence: number
      /** Absent from objects of an older version, which know of the compatibility connection only. */
      readonly role?: ConnectionRole
      /** Absent from objects of an older version. */
      readonly preferred?: boolean
      /** The grant had been taken before, and D1 knows of it. */
      readonly isRepeat?: boolean
      readonly observation?: Observation
      /** The grant that this one replaced, for revocation; null when there was none. */
      readonly replaced: ReplacedGrant | null
    }

/** Why a grant is not taken. Nothing was changed. */
export type InstallRefusal =
  /** The owner does not have what the grant was to replace. */
  | { readonly kind: 'conflict' }
  /** The connection has had a newer grant, or this one before. */
  | { readonly kind: 'superseded' }
  /** It belongs to another one of the owner's connections, under whose id it is to be sealed. */
  | { readonly kind: 'elsewhere'; readonly accountId: string }
  /** The connection that is named was disconnected, or is another account at the provider. */
  | { readonly kind: 'account_not_found' | 'account_mismatch' }
  | { readonly kind: 'too_many_connections' }

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

export type DisconnectRequest = Selection & {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  /** Which operator does it; absent: the user, or their backend. */
  readonly by?: AuditEntry | undefined
  /** Whoever ends it sees the others, and that one of them is used from then on. */
  readonly movesOn?: boolean | undefined
}

/** Which of several connections is vended to whoever names none. */
export type PreferRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  readonly accountId: string
}

/** `unavailable`: the object could not find out what it holds. */
export type PreferOutcome = { readonly kind: 'preferred' | 'not_installed' | 'unavailable' }

/** What became of a move to the ring's active key. */
export type RewrapOutcome =
  | { readonly kind: 'rewrapped'; readonly accountIds: readonly string[]; readonly keyId: string }
  | {
      readonly kind: 'unavailable' | 'integrity_error' | 'vault_key_unavailable'
      /** Those that were moved all the same, to this key. */
      readonly moved?: { readonly accountIds: readonly string[]; readonly keyId: string }
    }

/** What the cron job asks an object to look after. */
export type CareRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  /** Only this one; all of them unless told. */
  readonly accountId?: string | undefined
  /** So many days after its last use it is kept alive; absent: for as long as it can be. */
  readonly keepAliveDays?: number | undefined
}

/** `unavailable`: the object could not find out what it holds. */
export type CareOutcome =
  | { readonly kind: 'not_installed' | 'unavailable' }
  /** `isLeft`: due for no other reason than being kept alive, which its environment does not want. */
  | { readonly kind: 'cared'; readonly isLeft?: boolean }

/** A caller whose provider has refused the current token. */
export type RejectRequest = {
  readonly v: 1
  readonly reference: OwnerReference
  readonly slug: string
  /** Absent from callers of an older version. */
  readonly accountId?: string | undefined
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
  | SelectionRequired
  | { readonly kind: 'not_installed' }
  | { readonly kind: 'unavailable' }
