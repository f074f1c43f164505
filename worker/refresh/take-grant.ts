import { observe } from '../domain/care.ts'
import { installed, mayReplace, tombstoned } from '../domain/account-record.ts'
import type {
  AccountRecord,
  InstallOutcome,
  InstallRequest,
  ReplacedGrant,
} from '../domain/grant.ts'
import type { ObjectParts } from './object-parts.ts'

/** Takes a new grant: the first one, or the next one over the same account. Idempotent. */
export async function takeGrant(
  { deps, records, settlements, live, plan }: ObjectParts,
  request: InstallRequest,
): Promise<InstallOutcome> {
  const previous = live()
  if (previous?.credential?.grantId === request.credential.grantId) {
    return { kind: 'installed', sequence: previous.sequence, replaced: null }
  }
  // Grant ids are ordered in time. A step that is repeated after something else has happened
  // must not bring back what was disconnected or replaced since.
  const isOld = records
    .all()
    .some(({ newestGrantId }) => request.credential.grantId <= newestGrantId)
  if (isOld || records.hasUnknownVersion()) return { kind: 'superseded' }
  if (request.replaces !== undefined && !mayReplace(previous, request.replaces)) {
    return { kind: 'conflict' }
  }
  const now = deps.clock()
  const isSameAccount = previous?.accountId === request.accountId
  // Its own history, a tombstone's too: a count that began again would never reach D1.
  const record = installed(records.get(request.accountId), request)
  records.put(record)
  if (previous !== undefined && !isSameAccount) records.put(tombstoned(previous, now))
  settlements.settle(request.accountId)
  await plan()
  return {
    kind: 'installed',
    sequence: record.sequence,
    observation: observe(record, deps.timings, now),
    replaced: replacedBy(previous),
  }
}

const replacedBy = (previous: AccountRecord | undefined): ReplacedGrant | null =>
  previous?.credential == null
    ? null
    : {
        accountId: previous.accountId,
        authMethod: previous.authMethod,
        config: previous.config,
        clientVersionId: previous.clientVersionId,
        credential: previous.credential,
      }
