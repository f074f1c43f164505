import { observe } from '../domain/care.ts'
import { installed } from '../domain/account-record.ts'
import { placementOf } from '../domain/placement.ts'
import type { AccountRecord, ReplacedGrant } from '../domain/grant.ts'
import type { InstallOutcome, InstallRequest } from '../domain/object-messages.ts'
import type { ObjectParts } from './object-parts.ts'
import { connectionLabels } from './projection.ts'

/**
 * Takes a new grant: the first one, one more, or the next one over the same account. Idempotent: what
 * was taken before is told to D1 once more, if D1 has not acknowledged it.
 */
export async function takeGrant(
  parts: ObjectParts,
  request: InstallRequest,
): Promise<InstallOutcome> {
  const { deps, records, settlements, ensure, plan, tell } = parts
  const { reference, slug, intent } = request
  // One that is to be made is known to nobody.
  const named = intent === 'reauthorize' ? request.accountId : undefined
  const whose = { reference, slug, accountId: named }
  if (records.hasUnknownVersion() || !(await ensure(whose))) return { kind: 'unavailable' }
  if (intent === 'add' && !(await knowLabels(parts, request))) return { kind: 'unavailable' }
  const placement = placementOf(records.all(), request)
  if (placement.kind === 'repeat') {
    const { accountId, sequence, role } = placement.record
    return (await tell(accountId))
      ? { kind: 'installed', sequence, role, isRepeat: true, replaced: null }
      : { kind: 'unavailable' }
  }
  if (placement.kind !== 'take') return placement
  const { previous, role } = placement
  // Its own history, a tombstone's too: a count that began again would never reach D1.
  const record = installed(records.get(request.accountId), request, role)
  records.put(record)
  settlements.settle(request.accountId)
  await plan()
  return {
    kind: 'installed',
    sequence: record.sequence,
    role,
    preferred: record.preferred,
    observation: observe(record, deps.timings, deps.clock()),
    replaced: replacedBy(previous),
  }
}

/** Who the others are is asked before one is added: records of earlier code do not say. */
async function knowLabels(
  { deps, records }: ObjectParts,
  { reference }: InstallRequest,
): Promise<boolean> {
  if (records.live().every(({ accountIdentifier }) => accountIdentifier !== undefined)) return true
  const labels = await connectionLabels(deps, reference)
  if (!labels.ok) return false
  for (const { id, accountIdentifier, accountDisplayName } of labels.value) {
    const record = records.get(id)
    if (record === undefined || record.accountIdentifier !== undefined) continue
    records.put({ ...record, accountIdentifier, accountDisplayName })
  }
  return true
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
