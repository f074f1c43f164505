/** The rules by which an owner's object decides. Pure: no storage, no clock, no network. */
import type { AuditEntry } from './audit.ts'
import type { AccountRecord, Lease, SealedCredential } from './grant.ts'
import type {
  CommitOutcome,
  CommitRequest,
  InstallRequest,
  RefusalRequest,
  Replaces,
  UnavailableCode,
} from './object-messages.ts'
import type { ConnectionRole } from './integration.ts'
import { refreshableAt } from './refresh-pace.ts'
import { isSpare } from './spare.ts'
import { refreshMargin, usableMargin, type Timings } from './timings.ts'

export type Decision =
  | { readonly kind: 'not_installed' }
  | { readonly kind: 'needs_reauthorization' }
  | { readonly kind: 'serve' }
  | { readonly kind: 'serve_and_refresh' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'wait'; readonly code: UnavailableCode; readonly retryAfterSeconds: number }

/** What a request for a token finds. */
export function decide(record: AccountRecord, now: number, timings: Timings): Decision {
  if (record.status === 'disconnected' || record.credential === null)
    return { kind: 'not_installed' }
  if (record.status === 'needs_reauthorization') return { kind: 'needs_reauthorization' }

  const { expiresAt, obtainedAt, sealedRefresh } = record.credential
  if (expiresAt === null) return { kind: 'serve' }

  const left = expiresAt - now
  const lifetime = expiresAt - obtainedAt
  const pausedUntil = refreshableAt(record, timings)
  const mayTry = (record.retryAt === null || record.retryAt <= now) && pausedUntil <= now
  if (left > usableMargin(timings, lifetime)) {
    const isNear = left <= refreshMargin(timings, lifetime)
    // Sending a refresh token again that may be spent could end the access token that still works.
    return isNear && sealedRefresh !== null && mayTry && !record.uncertain
      ? { kind: 'serve_and_refresh' }
      : { kind: 'serve' }
  }
  if (sealedRefresh === null) return { kind: 'expire' }
  if (mayTry) return { kind: 'refresh' }
  if (pausedUntil <= now) return waitFor(record, now)
  return left > 0
    ? { kind: 'serve' }
    : { kind: 'wait', code: 'refresh_too_soon', retryAfterSeconds: secondsUntil(pausedUntil, now) }
}

/** Why no token can be had right now, and when to ask again. */
export function waitFor(record: AccountRecord, now: number): Extract<Decision, { kind: 'wait' }> {
  const until = record.retryAt ?? record.lease?.deadline ?? now
  return {
    kind: 'wait',
    code: waitCode(record.lastFailure),
    retryAfterSeconds: secondsUntil(until, now),
  }
}

const secondsUntil = (time: number, now: number): number =>
  Math.max(1, Math.ceil((time - now) / 1000))

/** Troubles that have a name of their own: they are not this account's, nor the provider's answer to it. */
const NAMED_TROUBLES: readonly UnavailableCode[] = [
  'grants_refused_together',
  'storage_unavailable',
  'vault_key_unavailable',
  'integrity_error',
]

function waitCode(failure: AccountRecord['lastFailure']): UnavailableCode {
  if (failure === null) return 'refresh_in_progress'
  const named = NAMED_TROUBLES.find((code) => code === failure.code)
  if (named !== undefined) return named
  return failure.kind === 'configuration' ? 'integration_misconfigured' : 'provider_unavailable'
}

/** Nobody refreshes, and nothing has failed since the credential came. */
export const UNTROUBLED = {
  lease: null,
  failures: 0,
  firstFailureAt: null,
  retryAt: null,
  lastFailure: null,
  uncertain: false,
  spare: null,
} as const

/** A credential from a caller of an older version lacks what that version did not know. */
const complete = (credential: SealedCredential): SealedCredential => ({
  ...LATER_CREDENTIAL_MEMBERS,
  ...credential,
})

/** What credentials of earlier code lack. */
export const LATER_CREDENTIAL_MEMBERS = { refreshExpiresAt: null } as const

/** Earlier code would take any connection for the only one, and vend it: these it must not read. */
export const versionOf = (role: ConnectionRole): AccountRecord['version'] =>
  role === 'compatibility' ? 1 : 2

/** The first record of a connection, or its next grant over the same account. */
export function installed(
  history: AccountRecord | undefined,
  request: InstallRequest,
  role: ConnectionRole,
): AccountRecord {
  const { replaces, standing } = request
  const isAmended = replaces !== undefined && replaces !== 'nothing'
  const goesOn = isAmended && replaces.keepsRefreshToken && history !== undefined
  return {
    version: versionOf(role),
    accountId: request.accountId,
    reference: request.reference,
    slug: request.slug,
    role,
    preferred: history?.preferred ?? false,
    accountIdentifier: request.accountIdentifier,
    accountDisplayName: request.accountDisplayName,
    authMethod: request.authMethod ?? 'oauth',
    config: request.config ?? {},
    status: standing?.status ?? 'connected',
    reason: standing?.reason ?? null,
    sequence: Math.max(history?.sequence ?? 0, request.knownSequence) + 1,
    projected: history?.projected ?? 0,
    // To connect anew is an event; to change what is connected is one only if its status changes.
    projectedStatus: isAmended ? (history?.projectedStatus ?? history?.status ?? null) : null,
    credential: complete(request.credential),
    newestGrantId: request.credential.grantId,
    clientVersionId: request.clientVersionId,
    sealedClient: null,
    ...UNTROUBLED,
    uncertain: goesOn && history.uncertain,
    rules: request.rules ?? null,
    grantedAt: goesOn ? history.grantedAt : request.credential.obtainedAt,
    lastUsedAt: null,
    rejectedAt: null,
    revoking: null,
    ...(request.by === undefined ? {} : { decidedBy: request.by }),
    endedAt: null,
    createdAt: history?.createdAt ?? request.credential.obtainedAt,
  }
}

/** Whether the owner has what a new grant is to replace. */
export function mayReplace(previous: AccountRecord | undefined, replaces: Replaces): boolean {
  if (replaces === 'nothing') return previous === undefined
  return (
    previous?.credential?.grantId === replaces.grantId &&
    previous.credential.epoch === replaces.epoch &&
    // Its answer would belong to a grant that is gone, and be given back.
    previous.lease === null
  )
}

export const leased = (record: AccountRecord, lease: Lease): AccountRecord => ({ ...record, lease })

/** Whether an answer from the provider moves this record on: only its own grant, only forward. */
export function accepts(
  record: AccountRecord | undefined,
  request: CommitRequest,
): CommitOutcome['kind'] {
  // An object that has lost its storage knows nothing; what it is told may still be worth keeping.
  if (record === undefined) return 'stale'
  if (record.credential === null || record.status === 'disconnected') return 'superseded'
  if (record.credential.grantId !== request.credential.grantId) return 'superseded'
  if (request.credential.epoch > record.credential.epoch) return 'committed'
  return isSpare(record, request) ? 'spare' : 'stale'
}

/** A late truth beats a guess: a higher epoch heals even `needs_reauthorization`. */
export function committed(record: AccountRecord, request: CommitRequest): AccountRecord {
  const isHealed = record.status === 'needs_reauthorization'
  const isSameScopes = record.credential?.scopes.join(' ') === request.credential.scopes.join(' ')
  return {
    ...record,
    status: 'connected',
    reason: null,
    sequence: isHealed || !isSameScopes ? record.sequence + 1 : record.sequence,
    credential: complete(request.credential),
    sealedClient: request.sealedClient ?? record.sealedClient,
    rules: request.rules ?? record.rules,
    ...UNTROUBLED,
  }
}

const SUSPECT_TRIES = 3
const SUSPECT_SPREAD_MS = 15 * 60_000
const MAX_RETRY_AFTER_SECONDS = 3600

/**
 * What a failed exchange does to the record. Only proof ends a grant: an outage never does, and a
 * suspicion only when it was repeated and spread over time.
 *
 * @param jitter a random number in [0, 1), so that accounts do not retry in step
 */
export function refused(
  record: AccountRecord,
  failure: RefusalRequest['failure'],
  now: number,
  jitter: number,
): AccountRecord {
  const failures = record.failures + 1
  const firstFailureAt = record.firstFailureAt ?? now
  const next: AccountRecord = {
    ...record,
    lease: null,
    failures,
    firstFailureAt,
    lastFailure: { kind: failure.kind, code: failure.code, at: now },
    uncertain: record.uncertain || failure.kind === 'unknown_outcome',
  }
  const isProven =
    failure.kind === 'needs_reauthorization' ||
    (failure.kind === 'suspect' &&
      failures >= SUSPECT_TRIES &&
      now - firstFailureAt >= SUSPECT_SPREAD_MS)
  if (isProven) {
    return needsReauthorization(next, record.uncertain ? 'rotation_uncertain' : failure.code)
  }
  return { ...next, retryAt: now + backoffMs(failure, failures, jitter) }
}

/** The grant is over. Its credential is kept: an account that is enabled again works again. */
export const needsReauthorization = (record: AccountRecord, reason: string): AccountRecord =>
  record.status === 'needs_reauthorization'
    ? { ...record, lease: null }
    : {
        ...record,
        status: 'needs_reauthorization',
        reason,
        sequence: record.sequence + 1,
        lease: null,
        retryAt: null,
        spare: null,
      }

/** A decision that D1 hears of; no event, as nothing came or went. */
export const withPreference = (record: AccountRecord, preferred: boolean): AccountRecord =>
  record.preferred === preferred ? record : { ...record, preferred, sequence: record.sequence + 1 }

/** The tombstone: reads stop here, and an exchange on its way is turned into a revocation. */
/** @param by the operator who does it, to be written down with it */
export const tombstoned = (record: AccountRecord, now: number, by?: AuditEntry): AccountRecord => ({
  ...record,
  ...(by === undefined ? {} : { decidedBy: by }),
  endedAt: now,
  status: 'disconnected',
  preferred: false,
  reason: null,
  sequence: record.sequence + 1,
  credential: null,
  revoking:
    record.credential === null
      ? record.revoking
      : {
          accountId: record.accountId,
          authMethod: record.authMethod,
          config: record.config,
          clientVersionId: record.clientVersionId,
          credential: record.credential,
        },
  sealedClient: null,
  spare: null,
  lease: null,
  retryAt: null,
})

function backoffMs(failure: RefusalRequest['failure'], failures: number, jitter: number): number {
  if (failure.retryAfterSeconds !== undefined) {
    return Math.min(Math.max(failure.retryAfterSeconds, 1), MAX_RETRY_AFTER_SECONDS) * 1000
  }
  const ceilingMs =
    failure.kind === 'configuration' ? 60_000 : Math.min(1000 * 2 ** failures, 300_000)
  return Math.max(500, Math.floor(ceilingMs * jitter))
}
