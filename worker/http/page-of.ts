/** A page of a list that is held whole. */

type Page = {
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  readonly order: 'asc' | 'desc' | 'normal'
}

/**
 * @param items the first one first
 * @param page `before` and `after`: ids of the list; one that is not in it has nothing on its other side
 * @returns what is shown, and the ids to go on with; null where there is nothing more
 */
export function pageOf<T>(items: readonly T[], page: Page, idOf: (item: T) => string) {
  const { before, after, limit, order } = page
  const ordered = order === 'desc' ? items.toReversed() : items
  const placeOf = (id: string): number => ordered.findIndex((item) => idOf(item) === id)
  let start = 0
  let end = Math.min(limit, ordered.length)
  if (after !== undefined) {
    const place = placeOf(after)
    start = place < 0 ? ordered.length : place + 1
    end = Math.min(start + limit, ordered.length)
  } else if (before !== undefined) {
    end = Math.max(placeOf(before), 0)
    start = Math.max(end - limit, 0)
  }
  const data = ordered.slice(start, end)
  const first = data[0]
  const last = data.at(-1)
  return {
    data,
    list_metadata: {
      before: first === undefined || start === 0 ? null : idOf(first),
      after: last === undefined || end === ordered.length ? null : idOf(last),
    },
  }
}
