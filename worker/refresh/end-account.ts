import { tombstoned } from '../domain/account-record.ts'
import type { DisconnectOutcome, DisconnectRequest } from '../domain/object-messages.ts'
import type { ObjectParts } from './object-parts.ts'
import { selected, selectionRequired } from './vend-answer.ts'

/** Writes the tombstone. From here on nothing is vended, and a late answer is only revoked. */
export async function endAccount(
  { deps, records, settlements, ensure, plan }: ObjectParts,
  request: DisconnectRequest,
): Promise<DisconnectOutcome> {
  if (records.hasUnknownVersion() || !(await ensure(request))) return { kind: 'unavailable' }
  const found = selected(records, request)
  if (found.kind === 'several') return selectionRequired(found.connections)
  if (found.kind === 'none') return { kind: 'not_installed' }
  const record = found.connection
  const tombstone = tombstoned(record, deps.clock(), request.by)
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
