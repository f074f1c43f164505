/**
 * Looking after a connection that nobody asks for: when its token is refreshed ahead of need, when
 * its refresh token is kept alive, and when it will need its user again. Pure.
 */
import { days, hours, minutes } from '../kit/clock.ts'
import type { AccountRecord } from './grant.ts'
import { refreshableAt } from './refresh-pace.ts'
import { refreshMargin, usableMargin, type Timings } from './timings.ts'

/** What a provider's rules mean for one grant; milliseconds, null where no limit is known. */
export type CareRules = {
  /** Unused for so long, the refresh token ends. */
  readonly idleMs: number | null
  /** So long after the user's consent the grant ends, however often it was refreshed. */
  readonly absoluteMs: number | null
  /** With more than this left the provider refuses to refresh. */
  readonly latestMs?: number
  /** A provider of tests hands out tokens as short as a test wants, and is refreshed as often. */
  readonly isUnpaced?: boolean
}

export type NeedsUser = {
  readonly at: number
  readonly reason:
    | 'access_token_expires'
    | 'refresh_token_expires'
    | 'grant_expires'
    | 'idle_limit'
    | 'needs_reauthorization'
}

/** What D1 is told of a connection beside its state. Times are epoch milliseconds. */
export type Observation = {
  readonly lastUsedAt: number | null
  readonly lastRefreshedAt: number | null
  readonly lastError: { readonly code: string; readonly class: string; readonly at: number } | null
  readonly needsUser: NeedsUser | null
  readonly nextCareAt: number | null
  readonly observedAt: number
}

/** Proactive tries in a row before a connection is left to its callers and to its keep-alive. */
const MAX_PROACTIVE_FAILURES = 12
/** The cron job steps in when an alarm is this late: two of its periods. */
const LOST_ALARM_MS = minutes(20)
const MIN_KEEP_ALIVE_MS = hours(1)

/** Whether anybody has asked for the current token. */
const isInUse = ({ lastUsedAt, credential }: AccountRecord): boolean =>
  credential !== null && lastUsedAt !== null && lastUsedAt >= credential.obtainedAt

/**
 * When the object refreshes ahead of expiry: for accounts in use, a little before the margin in which
 * a caller would start it, and not in step with other accounts.
 *
 * @returns epoch milliseconds, which may have passed; null when nothing is planned
 */
export function proactiveRefreshAt(record: AccountRecord, timings: Timings): number | null {
  const { credential, status, failures } = record
  if (credential === null || status !== 'connected' || credential.sealedRefresh === null)
    return null
  if (credential.expiresAt === null || !isInUse(record)) return null
  if (failures >= MAX_PROACTIVE_FAILURES) return null
  const lifetime = credential.expiresAt - credential.obtainedAt
  const margin = refreshMargin(timings, lifetime) * (1 + spreadOf(record) / 5)
  // What may be spent already is not sent again while the access token that it bought still works.
  const planned = record.uncertain
    ? credential.expiresAt - usableMargin(timings, lifetime)
    : credential.expiresAt - margin
  return Math.max(planned, record.retryAt ?? 0, refreshableAt(record, timings))
}

/**
 * When the refresh token is used for no other reason than to keep it: a third of its idle limit, at
 * most the configured interval after it was last used.
 *
 * @returns epoch milliseconds; null without a limit, or when keep-alive is switched off
 */
export function keepAliveAt(record: AccountRecord, timings: Timings): number | null {
  const { credential, status, rules } = record
  if (credential === null || status !== 'connected' || credential.sealedRefresh === null)
    return null
  if (timings.keepAliveMs === 0) return null
  const { obtainedAt, refreshExpiresAt } = credential
  const idle = rules?.idleMs ?? Infinity
  const told = refreshExpiresAt === null ? Infinity : refreshExpiresAt - obtainedAt
  if (idle === Infinity && told === Infinity) return null
  // A limit that refreshing does not extend comes nearer every time: the floor ends the series.
  const interval = Math.min(timings.keepAliveMs, idle / 3, Math.max(told / 3, MIN_KEEP_ALIVE_MS))
  const planned = obtainedAt + interval * (1 - spreadOf(record) / 10)
  return Math.max(planned, record.retryAt ?? 0)
}

/** @param keepAliveDays how long after its last use its environment keeps a connection alive; undefined: always */
export const isKeptAlive = (
  { lastUsedAt, grantedAt }: AccountRecord,
  keepAliveDays: number | undefined,
  now: number,
): boolean =>
  keepAliveDays === undefined ||
  (keepAliveDays > 0 && now - (lastUsedAt ?? grantedAt) < days(keepAliveDays))

/** Whether the last look at it has left it to its idle limit, and nobody has asked for it since. */
const isLeft = ({ leftAt, lastUsedAt, credential }: AccountRecord): boolean =>
  leftAt !== undefined && leftAt > Math.max(lastUsedAt ?? 0, credential?.obtainedAt ?? 0)

/** When its refresh token is to be used for whichever reason; Infinity where there is none. */
export const refreshDueAt = (record: AccountRecord, timings: Timings): number =>
  Math.min(
    keepAliveAt(record, timings) ?? Infinity,
    proactiveRefreshAt(record, timings) ?? Infinity,
  )

/** When the cron job should look at the account: for its keep-alive, or because an alarm was lost. */
export function nextCareAt(record: AccountRecord, timings: Timings): number | null {
  const proactive = proactiveRefreshAt(record, timings)
  const times = [
    keepAliveAt(record, timings),
    proactive === null ? null : proactive + LOST_ALARM_MS,
  ].filter((time) => time !== null)
  return times.length === 0 ? null : Math.ceil(Math.min(...times))
}

/** When a connection will need its user again, as far as the provider's word and rules tell. */
export function forecast(record: AccountRecord, timings: Timings): NeedsUser | null {
  const { credential, rules, status, lastFailure } = record
  if (credential === null || status === 'disconnected') return null
  if (status === 'needs_reauthorization') {
    const at = lastFailure?.at ?? credential.expiresAt ?? credential.obtainedAt
    return { at, reason: 'needs_reauthorization' }
  }
  const { expiresAt, obtainedAt, refreshExpiresAt, sealedRefresh } = credential
  if (sealedRefresh === null) {
    return expiresAt === null ? null : { at: expiresAt, reason: 'access_token_expires' }
  }
  const ends: NeedsUser[] = []
  if (refreshExpiresAt !== null)
    ends.push({ at: refreshExpiresAt, reason: 'refresh_token_expires' })
  if (rules?.absoluteMs != null) {
    ends.push({ at: record.grantedAt + rules.absoluteMs, reason: 'grant_expires' })
  }
  if (rules?.idleMs != null && (timings.keepAliveMs === 0 || isLeft(record))) {
    ends.push({ at: obtainedAt + rules.idleMs, reason: 'idle_limit' })
  }
  return ends.toSorted((one, other) => one.at - other.at)[0] ?? null
}

export const observe = (record: AccountRecord, timings: Timings, now: number): Observation => ({
  lastUsedAt: record.lastUsedAt,
  lastRefreshedAt:
    record.credential !== null && record.credential.epoch > 1 ? record.credential.obtainedAt : null,
  lastError:
    record.lastFailure === null
      ? null
      : {
          code: record.lastFailure.code,
          class: record.lastFailure.kind,
          at: record.lastFailure.at,
        },
  needsUser: forecast(record, timings),
  nextCareAt: nextCareAt(record, timings),
  observedAt: now,
})

/** A number in [0, 1) that stays the same for one credential and differs between accounts. */
function spreadOf({ accountId, credential }: AccountRecord): number {
  let hash = credential?.epoch ?? 0
  for (const letter of accountId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return hash / 65_521
}
