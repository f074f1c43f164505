/** The two ends of an exchange: the answer, which is always true, and the refusal, which may be old. */
import { accepts, committed, refused, tombstoned } from '../domain/account-record.ts'
import { withSpare } from '../domain/spare.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { CommitOutcome, CommitRequest, RefusalRequest } from '../domain/object-messages.ts'
import { minutes } from '../kit/clock.ts'
import type { ObjectParts } from './object-parts.ts'

/** Takes the provider's answer. A higher epoch of the same grant is always true, however late. */
export function takeAnswer(parts: ObjectParts, request: CommitRequest): CommitOutcome {
  const { deps, records, settlements, decided } = parts
  const record = records.get(request.accountId)
  const kind = accepts(record, request)
  if (kind === 'committed' && record !== undefined) decided(record, committed(record, request))
  if (kind === 'spare' && record !== undefined) {
    records.put(withSpare(record, request))
    deps.log.warn('spare_kept', {
      account_id: request.accountId,
      epoch: request.credential.epoch,
    })
  }
  settlements.settle(request.accountId)
  return { kind }
}

const RESTART_PAUSE_MS = minutes(1)

/**
 * Takes the provider's refusal, if it is about the credential that is still the current one.
 *
 * @returns whether a new life of the object may do what this one cannot: for some minutes after a deploy
 * an object goes on with the old key ring, and has then been handed what is under the new key (F49)
 */
export function takeRefusal(
  { deps, records, settlements, decided }: ObjectParts,
  request: RefusalRequest,
): boolean {
  const record = records.get(request.accountId)
  let isRestart = false
  if (record?.lease?.id === request.leaseId && record.credential?.grantId === request.grantId) {
    const now = deps.clock()
    const jitter = (deps.random(1)[0] ?? 0) / 256
    // D1 says that there is no such integration any more: this copy has outlived it.
    const tried = request.isSpareSpent === true ? { ...record, spare: null } : record
    const isOrphan = request.failure.code === 'integration_gone'
    isRestart = lacksKey(request.failure) && !hasLackedKey(record, now)
    const after = isOrphan ? tombstoned(record, now) : refused(tried, request.failure, now, jitter)
    decided(record, isRestart ? { ...after, retryAt: null } : after)
  }
  settlements.settle(request.accountId)
  return isRestart
}

const lacksKey = ({ code }: { readonly code: string }): boolean => code === 'vault_key_unavailable'

/** Within the last minute: then the key is missing, and not only here. */
const hasLackedKey = ({ lastFailure }: AccountRecord, now: number): boolean =>
  lastFailure !== null && lacksKey(lastFailure) && now - lastFailure.at < RESTART_PAUSE_MS
