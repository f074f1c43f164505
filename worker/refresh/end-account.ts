import { tombstoned } from '../domain/account-record.ts'
import type { DisconnectOutcome, DisconnectRequest } from '../domain/grant.ts'
import type { ObjectParts } from './object-parts.ts'

/** Writes the tombstone. From here on nothing is vended, and a late answer is only revoked. */
export async function endAccount(
  { deps, records, settlements, live, ensure, plan }: ObjectParts,
  request: DisconnectRequest,
): Promise<DisconnectOutcome> {
  if (records.hasUnknownVersion() || !(await ensure(request))) return { kind: 'unavailable' }
  const record = live()
  if (record === undefined) return { kind: 'not_installed' }
  if (request.accountId !== undefined && request.accountId !== record.accountId) {
    return { kind: 'not_installed' }
  }
  const tombstone = tombstoned(record, deps.clock())
  records.put(tombstone)
  settlements.settle(record.accountId)
  await plan()
  return {
    kind: 'disconnected',
    accountId: record.accountId,
    sequence: tombstone.sequence,
    createdAt: record.createdAt,
    grant: tombstone.revoking,
  }
}
