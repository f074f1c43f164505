/** Several connections of one owner to one provider: which of them is meant (contract §5.9). Pure. */
import type { ConnectionRole } from './integration.ts'

/** Of one owner to one integration. A bound for a loop gone wrong, far above what a person has. */
export const MAX_CONNECTIONS = 20

/** Nothing in it: the compatibility connection, which callers mean who know of only one. */
export type Selection = {
  /** Exactly this one. */
  readonly accountId?: string | undefined
  /** The caller knows that there may be several, and without an id takes the only one there is. */
  readonly plural?: boolean | undefined
}

/** A connection, as far as it matters which is meant. */
type Choosable = {
  readonly role: ConnectionRole
  /** Its owner chose it among several. Absent from records that say nothing of it. */
  readonly preferred?: boolean
}

/** What tells connections apart to whoever has to choose. */
export type ConnectionLabel = {
  readonly id: string
  readonly accountIdentifier: string | null
  readonly accountDisplayName: string | null
}

export type Selected<T> =
  | { readonly kind: 'one'; readonly connection: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly connections: readonly T[] }

/** @param live the owner's connections, without those that were disconnected */
export function selectConnection<T extends Choosable>(
  live: readonly T[],
  idOf: (connection: T) => string,
  { accountId, plural }: Selection,
): Selected<T> {
  if (accountId !== undefined) {
    return oneOrNone(live.find((connection) => idOf(connection) === accountId))
  }
  if (plural !== true) return oneOrNone(live.find(({ role }) => role === 'compatibility'))
  return live.length > 1 ? { kind: 'several', connections: live } : oneOrNone(live[0])
}

/** The same for whoever wants to use one: what its owner chose goes before what the caller's view leaves. */
export function selectForUse<T extends Choosable>(
  live: readonly T[],
  idOf: (connection: T) => string,
  selection: Selection,
): Selected<T> {
  const preferred = selection.accountId === undefined ? preferredOf(live) : undefined
  return preferred === undefined
    ? selectConnection(live, idOf, selection)
    : { kind: 'one', connection: preferred }
}

export const preferredOf = <T extends Choosable>(live: readonly T[]): T | undefined =>
  live.find(({ preferred }) => preferred === true)

/** Which one is chosen for its owner when the chosen one ends: the one that was connected last. */
export const successorOf = <T extends { readonly grantedAt: number; readonly createdAt: number }>(
  live: readonly T[],
): T | undefined =>
  live.toSorted(
    (one, other) => other.createdAt - one.createdAt || other.grantedAt - one.grantedAt,
  )[0]

const oneOrNone = <T>(connection: T | undefined): Selected<T> =>
  connection === undefined ? { kind: 'none' } : { kind: 'one', connection }
