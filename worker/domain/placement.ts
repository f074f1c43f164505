/** Where a new grant belongs among the connections that an owner has had. Pure. */
import { mayReplace } from './account-record.ts'
import { MAX_CONNECTIONS } from './connections.ts'
import type { AccountRecord } from './grant.ts'
import type { InstallRefusal, InstallRequest } from './object-messages.ts'
import type { ConnectionRole } from './integration.ts'

export type Placement =
  | {
      readonly kind: 'take'
      /** The connection whose grant is replaced. */
      readonly previous: AccountRecord | undefined
      readonly role: ConnectionRole
    }
  /** This very grant is there already. */
  | { readonly kind: 'repeat'; readonly record: AccountRecord }
  | InstallRefusal

const superseded: Placement = { kind: 'superseded' }

/**
 * Grant ids are ordered in time. A step that is repeated after something else has happened must not
 * bring back what was disconnected or replaced since, so no grant is taken that is older than one that
 * its own connection has had, tombstones included.
 *
 * @param records all of them, those of disconnected accounts too
 */
export function placementOf(records: readonly AccountRecord[], request: InstallRequest): Placement {
  const { grantId } = request.credential
  const live = records.filter(isLive)
  const holder = live.find(({ credential }) => credential?.grantId === grantId)
  if (holder !== undefined) {
    return holder.accountId === request.accountId
      ? { kind: 'repeat', record: holder }
      : { kind: 'elsewhere', accountId: holder.accountId }
  }
  const own = records.find(({ accountId }) => accountId === request.accountId)
  if (own !== undefined && isOlder(request, own)) return superseded
  switch (request.intent) {
    case 'add':
      return another(records, live, own, request)
    case 'reauthorize':
      return exactly(own, request)
    case undefined:
      return slot(records, live, request)
  }
}

/** The compatibility connection: replaced where there is one, else made. */
function slot(
  records: readonly AccountRecord[],
  live: readonly AccountRecord[],
  request: InstallRequest,
): Placement {
  const isSlots = ({ role }: AccountRecord): boolean => role === 'compatibility'
  if (records.some((record) => isSlots(record) && isOlder(request, record))) return superseded
  const previous = live.find(isSlots)
  if (request.replaces !== undefined && !mayReplace(previous, request.replaces)) {
    return { kind: 'conflict' }
  }
  if (previous !== undefined && previous.accountId !== request.accountId) {
    return { kind: 'elsewhere', accountId: previous.accountId }
  }
  if (previous === undefined && live.length >= MAX_CONNECTIONS) {
    return { kind: 'too_many_connections' }
  }
  return { kind: 'take', previous, role: 'compatibility' }
}

/** One more, unless its provider account is connected already: then that connection is renewed. */
function another(
  records: readonly AccountRecord[],
  live: readonly AccountRecord[],
  own: AccountRecord | undefined,
  request: InstallRequest,
): Placement {
  // Its id was made for this grant: what has it already has been renewed, or ended, since.
  if (own !== undefined) return superseded
  const twins = records.filter((record) => isSameIdentity(record, request))
  const twin = twins.find(isLive)
  if (twin !== undefined) return { kind: 'elsewhere', accountId: twin.accountId }
  if (twins.some((record) => isOlder(request, record))) return superseded
  if (live.length >= MAX_CONNECTIONS) return { kind: 'too_many_connections' }
  return {
    kind: 'take',
    previous: undefined,
    role: live.length === 0 ? 'compatibility' : 'standard',
  }
}

/** The connection that the request names, and no other. */
function exactly(own: AccountRecord | undefined, request: InstallRequest): Placement {
  if (own === undefined || !isLive(own)) return { kind: 'account_not_found' }
  if (request.replaces !== undefined && !mayReplace(own, request.replaces)) {
    return { kind: 'conflict' }
  }
  const isOther =
    request.isIdentified === true &&
    own.accountIdentifier != null &&
    request.accountIdentifier != null &&
    own.accountIdentifier !== request.accountIdentifier
  return isOther ? { kind: 'account_mismatch' } : { kind: 'take', previous: own, role: own.role }
}

const isLive = ({ status }: AccountRecord): boolean => status !== 'disconnected'

const isOlder = ({ credential }: InstallRequest, { newestGrantId }: AccountRecord): boolean =>
  credential.grantId <= newestGrantId

const isSameIdentity = ({ accountIdentifier }: AccountRecord, request: InstallRequest): boolean =>
  request.isIdentified === true &&
  accountIdentifier != null &&
  accountIdentifier === request.accountIdentifier
