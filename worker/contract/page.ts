/** How every list is paged (contract 2): `before`, `after`, `limit`, `order`, in the query. */
import * as v from 'valibot'

const MAX_LIMIT = 100
const LIMIT = `must be a number from 1 to ${MAX_LIMIT}`

const cursor = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty; leave it out for the beginning'),
  v.maxLength(300, 'must be a cursor from the list_metadata of this list'),
)

export const pageEntries = {
  /** Rows that precede this place. */
  before: v.optional(cursor),
  /** Rows that follow this place. */
  after: v.optional(cursor),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, LIMIT),
      v.transform(Number),
      v.minValue(1, LIMIT),
      v.maxValue(MAX_LIMIT, LIMIT),
    ),
    '10',
  ),
  /**
   * By creation: `desc`, the newest first (default), or `asc`. `normal` is `desc` with `before` and
   * `after` exchanged, in the query and in the answer: `before` leads to what is older.
   */
  order: v.optional(v.picklist(['asc', 'desc', 'normal'], 'must be asc, desc or normal')),
}

export const pageQuery = v.object(pageEntries)
export type PageQuery = v.InferOutput<typeof pageQuery>

/** The envelope of every list. */
export type List<Row> = {
  readonly object: 'list'
  readonly data: readonly Row[]
  readonly list_metadata: ListMetadata
}

/** Null where the list begins, and where it ends. */
export type ListMetadata = { readonly before: string | null; readonly after: string | null }
