/** A caller's provider has refused the current token: one forced refresh, and not too often. */
import { needsReauthorization } from '../domain/account-record.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { RejectOutcome, RejectRequest, VendOutcome } from '../domain/object-messages.ts'
import { seconds } from '../kit/clock.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'
import type { ObjectParts } from './object-parts.ts'
import type { RefreshEnd } from './unsettled-lease.ts'
import { unavailable, waiting } from './vend-answer.ts'

/** A provider that refuses a token again and again has another trouble than the token. */
const REJECTION_PAUSE_MS = seconds(60)

export async function rejectCredential(
  { deps, records, ensure, decided }: ObjectParts,
  request: RejectRequest,
  steps: {
    readonly refresh: (accountId: string) => Promise<RefreshEnd | 'too_long'>
    readonly answer: (record: AccountRecord) => Promise<VendOutcome>
  },
): Promise<RejectOutcome> {
  if (records.hasUnknownVersion()) return unavailable('unsupported_version', 60)
  if (!(await ensure(request))) return unavailable('storage_unavailable', 5)
  const record = rejectedOf(records, request)
  if (record?.credential == null) return { kind: 'not_installed' }
  const now = deps.clock()
  const { credential } = record
  const isCurrent = credential.grantId === request.grantId && credential.epoch === request.epoch
  // Somebody has refreshed it meanwhile, or its user has to come anyway.
  if (!isCurrent || record.status !== 'connected') return steps.answer(record)
  if (credential.sealedRefresh === null) {
    decided(record, needsReauthorization(record, 'access_token_rejected'))
    return { kind: 'needs_reauthorization', reason: 'access_token_rejected' }
  }
  // Those who report while the refresh of the first report is under way wait for it with the first.
  if (record.lease === null) {
    const nextAt = (record.rejectedAt ?? -Infinity) + REJECTION_PAUSE_MS
    if (nextAt > now) {
      return { kind: 'rate_limited', retryAfterSeconds: Math.ceil((nextAt - now) / 1000) }
    }
    if (record.retryAt !== null && record.retryAt > now) return waiting(record, now)
    records.put({ ...record, rejectedAt: now })
  }
  const end = await steps.refresh(record.accountId)
  if (end === 'recovering') return unavailable('refresh_recovering', 5)
  if (end === 'too_long') return unavailable('refresh_in_progress', 1)
  const current = records.get(record.accountId)
  if (current?.credential == null) return { kind: 'not_installed' }
  const isStillRejected =
    current.status === 'connected' && current.credential.epoch === credential.epoch
  return isStillRejected ? waiting(current, deps.clock()) : steps.answer(current)
}

/** The connection whose credential it is; callers of an older version do not name it. */
const rejectedOf = (
  records: AccountRecords,
  { accountId, grantId }: RejectRequest,
): AccountRecord | undefined =>
  accountId === undefined
    ? (records.live().find(({ credential }) => credential?.grantId === grantId) ??
      records.compatibility())
    : records.live().find((record) => record.accountId === accountId)
