/**
 * The ring's rotation, seen from the data: how much is under which key, and the move to the active
 * one. A move can be stopped at any point: what was moved is not found again.
 */
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { commit, type Write } from '../../storage/database.ts'
import { countKeyUse, rowsUnderKey } from '../../storage/key-use.ts'
import { objectsUnderKey, recordObjectKey, type ObjectUnderKey } from '../../storage/object-keys.ts'
import { FIRST_ROW, isBehindAll, type RowPlace } from '../../storage/key-place.ts'
import { opensDataKey, rewrapDataKey } from '../../vault/rewrap.ts'
import type { Deps } from '../deps.ts'

/** Of each table: one write each, and one run of a Worker has a thousand of them. */
const ROWS_PER_SLICE = 100
/** Nothing is written for these. */
const ROWS_PER_CHECK = 500
/** Each object takes some subrequests, and one run of a Worker has a thousand of them. */
const OBJECTS_PER_SLICE = 50
const OBJECTS_AT_ONCE = 10

export type KeyUse = {
  readonly id: string
  readonly isActive: boolean
  readonly rows: number
  readonly objects: number
}

export type KeyFailure =
  | { readonly kind: 'key_unknown'; readonly kid: string }
  | { readonly kind: 'key_active'; readonly kid: string }
  | {
      readonly kind: 'key_in_use'
      readonly kid: string
      readonly rows: number
      readonly objects: number
    }

/** All keys of the ring, the active one first, with what each of them wraps. */
export const readKeys = (deps: Deps): Promise<readonly KeyUse[]> =>
  Promise.all(
    deps.keyring.ids.map(async (id) => ({
      id,
      isActive: id === deps.keyring.activeId,
      ...(await countKeyUse(deps.db, id)),
    })),
  )

/** Where a walk through what a key wraps goes on. */
export type KeyPlace = { readonly rows: RowPlace; readonly object: number | null }

export type Slice = {
  readonly moved: { readonly rows: number; readonly objects: number }
  /** What could not be moved in this slice: sealed by another deployment, or not to be reached. */
  readonly failed: number
  readonly remaining: { readonly rows: number; readonly objects: number }
  /** Null when everything has been looked at once. */
  readonly next: KeyPlace | null
}

/**
 * Moves some of what a key wraps to the active one. To be repeated until nothing remains, or until a walk
 * from beginning to end has moved nothing.
 *
 * @param after where the slice before has stopped; the beginning unless told
 */
export async function rewrapSlice(
  deps: Deps,
  kid: string,
  after: KeyPlace = { rows: FIRST_ROW, object: 0 },
): Promise<Result<Slice, KeyFailure>> {
  const usable = usableKey(deps, kid)
  if (!usable.ok) return usable
  const rows = await moveRows(deps, kid, after.rows)
  const objects = await moveObjects(deps, kid, after.object)
  const remaining = await countKeyUse(deps.db, kid)
  deps.log.info('keys_rewrapped', { kid, count: rows.moved + objects.moved })
  const isOver = isBehindAll(rows.next) && objects.next === null
  return ok({
    moved: { rows: rows.moved, objects: objects.moved },
    failed: rows.failed + objects.failed,
    remaining,
    next: isOver ? null : { rows: rows.next, object: objects.next },
  })
}

export type KeyCheck = {
  readonly checked: number
  /** Rows that do not open under the key that they name: nobody can read them, and no rewrap moves them. */
  readonly broken: number
  readonly next: RowPlace | null
}

/** Tries to open some of the rows that a key wraps, and changes nothing. */
export async function checkKeySlice(
  deps: Deps,
  kid: string,
  after: RowPlace = FIRST_ROW,
): Promise<Result<KeyCheck, KeyFailure>> {
  const { keyring, db } = deps
  if (!keyring.ids.includes(kid)) return fail({ kind: 'key_unknown', kid })
  const { rows, next } = await rowsUnderKey(db, kid, after, ROWS_PER_CHECK)
  let broken = 0
  for (const { environmentId, subject, wrapped } of rows) {
    if (!(await opensDataKey(keyring, wrapped, { environmentId, subject }))) broken += 1
  }
  return ok({ checked: rows.length, broken, next: isBehindAll(next) ? null : next })
}

/** Whether a key may leave the ring: it is not active, and wraps nothing any more. */
export async function checkRetirement(deps: Deps, kid: string): Promise<Result<null, KeyFailure>> {
  const usable = usableKey(deps, kid)
  if (!usable.ok) return usable
  const use = await countKeyUse(deps.db, kid)
  if (use.rows + use.objects > 0) return fail({ kind: 'key_in_use', kid, ...use })
  await commit(deps.db, deps.alongside ?? [])
  return ok(null)
}

function usableKey({ keyring }: Deps, kid: string): Result<null, KeyFailure> {
  if (!keyring.ids.includes(kid)) return fail({ kind: 'key_unknown', kid })
  return keyring.activeId === kid ? fail({ kind: 'key_active', kid }) : ok(null)
}

type Moved<Next> = { readonly moved: number; readonly failed: number; readonly next: Next }

async function moveRows(deps: Deps, kid: string, after: RowPlace): Promise<Moved<RowPlace>> {
  const { rows, next } = await rowsUnderKey(deps.db, kid, after, ROWS_PER_SLICE)
  const writes: Write[] = []
  let failed = 0
  for (const { environmentId, subject, wrapped, replace } of rows) {
    const moved = await rewrapDataKey(deps.keyring, wrapped, { environmentId, subject })
    if (moved.ok) writes.push(replace(moved.value))
    else {
      failed += 1
      deps.log.error('rewrap_failed', { environment_id: environmentId, code: moved.failure.kind })
    }
  }
  await commit(deps.db, [...writes, ...(deps.alongside ?? [])])
  return { moved: writes.length, failed, next }
}

async function moveObjects(
  deps: Deps,
  kid: string,
  after: number | null,
): Promise<Moved<number | null>> {
  const found = await objectsUnderKey(deps.db, kid, after, OBJECTS_PER_SLICE)
  const waiting = [...found]
  const count = { moved: 0, failed: 0 }
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      count[(await moveObject(deps, next)) ? 'moved' : 'failed'] += 1
    }
  }
  await Promise.all(Array.from({ length: OBJECTS_AT_ONCE }, work))
  const isOver = found.length < OBJECTS_PER_SLICE
  return { ...count, next: isOver ? null : (found.at(-1)?.place ?? null) }
}

async function moveObject(
  deps: Deps,
  { accountId, slug, reference }: ObjectUnderKey,
): Promise<boolean> {
  try {
    const outcome = await deps.ownerAccounts(reference).rewrap({ v: 1, reference, slug })
    const isWhole = outcome.kind === 'rewrapped'
    const moved = isWhole ? outcome : outcome.moved
    if (moved === undefined) return false
    // The object first, D1 after it: never says D1 that a key is out of use where it is not.
    const { environmentId } = reference
    // Where all were moved, what the object does not know has nothing there.
    const accountIds = [...new Set([...(isWhole ? [accountId] : []), ...moved.accountIds])]
    if (accountIds.length === 0) return false
    await commit(deps.db, [recordObjectKey(deps.db, { environmentId, accountIds }, moved.keyId)])
    return isWhole
  } catch (error) {
    deps.log.warn('rewrap_failed', { account_id: accountId, slug, ...errorFields(error) })
    return false
  }
}
