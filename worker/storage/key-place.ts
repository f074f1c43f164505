/**
 * How far somebody has gone through what a ring key wraps. Wrapped keys sort by ring key and data key, so
 * the last data key is a place; of one data key all rows are taken, or none.
 */
import * as v from 'valibot'

const tablePlace = v.nullable(v.string())

export const rowPlace = v.object({
  /** The front of the last wrapped key, without IV and key; '' before the first, null behind the last. */
  versions: tablePlace,
  clients: tablePlace,
  revocations: tablePlace,
  /** The last id. */
  attempts: tablePlace,
})

export type RowPlace = v.InferOutput<typeof rowPlace>

export const FIRST_ROW: RowPlace = { versions: '', clients: '', revocations: '', attempts: '' }

export const isBehindAll = (rows: RowPlace): boolean =>
  Object.values(rows).every((one) => one === null)

/** Leaves out the data key that a page may have cut, and says where the next page begins. */
export function wholeKeys<Row extends { readonly wrappedKey: string | null }>(
  rows: readonly Row[],
  limit: number,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const last = frontOf(rows.at(-1))
  if (rows.length < limit || last === null) return { rows, next: null }
  const whole = rows.filter((row) => frontOf(row) !== last)
  // A page of one data key alone is more than there can be of one; it is not looked at twice.
  return whole.length === 0 ? { rows, next: last } : { rows: whole, next: frontOf(whole.at(-1)) }
}

const FRONT = /^w1\.[^.]*\.[\w-]{16}\./

/** `w1.<kid>.<dekId>.`; of what is no wrapped key the whole text. */
function frontOf(row: { readonly wrappedKey: string | null } | undefined): string | null {
  const text = row?.wrappedKey ?? null
  return text === null ? null : (FRONT.exec(text)?.[0] ?? text)
}

/** What sorts behind a data key and all that begins like it: `/` follows `.` in ASCII. */
export const isFront = (place: string): boolean => FRONT.exec(place)?.[0] === place
export const endOfFront = (front: string): string => `${front.slice(0, -1)}/`
