import { tombstoned, withPreference } from '../domain/account-record.ts'
import { successorOf } from '../domain/connections.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { DisconnectOutcome, DisconnectRequest } from '../domain/object-messages.ts'
import type { ObjectParts } from './object-parts.ts'
import { selected, selectionRequired } from './vend-answer.ts'

/** Writes the tombstone. From here on nothing is vended, and a late answer is only revoked. */
export async function endAccount(
  parts: ObjectParts,
  request: DisconnectRequest,
): Promise<DisconnectOutcome> {
  const { deps, records, settlements, ensure, plan, tell } = parts
  if (records.hasUnknownVersion() || !(await ensure(request))) return { kind: 'unavailable' }
  const found = selected(records, request)
  if (found.kind === 'several') return selectionRequired(found.connections)
  if (found.kind === 'none') return { kind: 'not_installed' }
  const record = found.connection
  const tombstone = tombstoned(record, deps.clock(), request.by)
  records.put(tombstone)
  const successor = preferNext(parts, record, request)
  settlements.settle(record.accountId)
  await plan()
  // Whoever reads the list after the answer sees it. D1 may be silent: the alarm repeats it.
  if (successor !== undefined) await tell(successor.accountId)
  return {
    kind: 'disconnected',
    accountId: record.accountId,
    sequence: tombstone.sequence,
    createdAt: record.createdAt,
    grant: tombstone.revoking,
  }
}

/**
 * Who chose one means to go on with another one. Where none was ever chosen, callers who know of only one
 * find none, unless whoever ends it knows of several.
 */
function preferNext(
  { records }: ObjectParts,
  ended: AccountRecord,
  { movesOn }: DisconnectRequest,
): AccountRecord | undefined {
  const isUsed = ended.preferred || (movesOn === true && records.usual() === undefined)
  const next = isUsed ? successorOf(records.live()) : undefined
  if (next !== undefined) records.put(withPreference(next, true))
  return next
}
