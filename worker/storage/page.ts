/**
 * A page of a list by the keys of the row that it is next to, never by a count: rows that come and go
 * meanwhile repeat none and skip none, and a far page costs what the first does.
 */
import { asc, desc, sql, type AnyColumn, type SQL } from 'drizzle-orm'

/** A place in a list: beside the row with these keys, which need not exist any more. */
export type Place = {
  readonly id: string
  /** What the list is ordered by before the id, where there is such a thing. */
  readonly rank: number | null
}

export type Page = {
  readonly limit: number
  readonly order: 'asc' | 'desc'
  /** Rows that follow this place in the order, or precede the other; both: what lies between. */
  readonly after: Place | null
  readonly before: Place | null
}

export type PageFound<Row> = {
  readonly rows: readonly Row[]
  /** Where the rows before, and behind these are; null where the list ends. */
  readonly before: Place | null
  readonly after: Place | null
}

type Keys = { readonly id: AnyColumn; readonly rank?: AnyColumn | SQL }

/** What a statement needs to read a page and the one row by which it knows that there are more. */
export function windowOf(
  keys: Keys,
  page: Page,
): { readonly where: readonly SQL[]; readonly orderBy: readonly SQL[]; readonly limit: number } {
  const { after, before, limit, order } = page
  const isAscending = (order === 'asc') !== isBackward(page)
  const columns = keys.rank === undefined ? [keys.id] : [keys.rank, keys.id]
  const beside = ({ rank, id }: Place, isUpward: boolean): SQL => {
    const [left, right] =
      keys.rank === undefined
        ? [sql`${keys.id}`, sql`${id}`]
        : [sql`(${keys.rank}, ${keys.id})`, sql`(${rank}, ${id})`]
    return isUpward ? sql`${left} > ${right}` : sql`${left} < ${right}`
  }
  return {
    where: [
      ...(after === null ? [] : [beside(after, order === 'asc')]),
      ...(before === null ? [] : [beside(before, order === 'desc')]),
    ],
    orderBy: columns.map((column) => (isAscending ? asc(column) : desc(column))),
    limit: limit + 1,
  }
}

/** Makes a page of what such a statement found. */
export function pageFrom<Row>(
  found: readonly Row[],
  page: Page,
  placeOf: (row: Row) => Place,
): PageFound<Row> {
  const backward = isBackward(page)
  const hasMore = found.length > page.limit
  const kept = found.slice(0, page.limit)
  const rows = backward ? kept.toReversed() : kept
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return { rows, before: null, after: null }
  return {
    rows,
    before: (backward ? hasMore : page.after !== null) ? placeOf(first) : null,
    after: backward || hasMore ? placeOf(last) : null,
  }
}

/** Only what precedes a place is asked for: read from there, then turned round. */
const isBackward = ({ after, before }: Page): boolean => before !== null && after === null
