/** Pages of lists at the edge: what a query asks for, and the envelope of what was found. */
import type { List, ListMetadata, PageQuery } from '../contract/page.ts'
import type { SigningKeys } from '../kit/digest.ts'
import type { Page, PageFound, Place } from '../storage/page.ts'
import type { AppContext } from './context.ts'
import { readCursor, signCursor, type ListName } from './cursor.ts'
import { invalidField } from './parse.ts'

const cursorKeys = (c: AppContext): Promise<SigningKeys> => c.var.deps.keyring.derive('list-cursor')

/** @throws ApiError 422 `invalid_request` naming the cursor that is none of this list */
export async function pageOf(
  c: AppContext,
  list: ListName,
  query: PageQuery,
  defaultOrder: Page['order'] = 'desc',
): Promise<Page> {
  const keys = await cursorKeys(c)
  const placeAt = async (field: 'before' | 'after'): Promise<Place | null> => {
    const cursor = query[field]
    if (cursor === undefined) return null
    const place = await readCursor(keys, list, cursor)
    if (place !== undefined) return place
    throw invalidField(field, 'must be a cursor from the list_metadata of this list')
  }
  const order = query.order ?? defaultOrder
  return turned(order, {
    limit: query.limit,
    order: order === 'normal' ? 'desc' : order,
    before: await placeAt('before'),
    after: await placeAt('after'),
  })
}

/** @param query as it was asked for: it says which way `before` and `after` lead */
export async function presentPage<Row, Shown>(
  c: AppContext,
  list: ListName,
  query: PageQuery,
  found: PageFound<Row>,
  present: (row: Row) => Shown,
): Promise<List<Shown>> {
  const data = found.rows.map(present)
  return { object: 'list', data, list_metadata: await presentPlaces(c, list, query, found) }
}

export async function presentPlaces(
  c: AppContext,
  list: ListName,
  query: PageQuery,
  found: Pick<PageFound<unknown>, 'before' | 'after'>,
): Promise<ListMetadata> {
  const keys = await cursorKeys(c)
  const { before, after } = turned(query.order, found)
  return {
    before: before === null ? null : await signCursor(keys, list, before),
    after: after === null ? null : await signCursor(keys, list, after),
  }
}

const turned = <Ends extends { readonly before: Place | null; readonly after: Place | null }>(
  order: PageQuery['order'],
  ends: Ends,
): Ends => (order === 'normal' ? { ...ends, before: ends.after, after: ends.before } : ends)
