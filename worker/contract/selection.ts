/** Which of an owner's connections an address means, in its query (contract 2.5, §5.9). */
import * as v from 'valibot'

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** As the SDKs write booleans into a query: `true`, `True`, `1`. What is neither yes nor no is refused. */
const queryFlag = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => FLAGS.has(text.toLowerCase()), 'must be true or false'),
    v.transform((text) => FLAGS.get(text.toLowerCase()) === true),
  ),
  'false',
)

export const pluralQuery = v.object({ supports_multiple_connections: queryFlag })

export const selectionQuery = v.object({
  ...pluralQuery.entries,
  // An empty id must not quietly mean whichever there is.
  connected_account_id: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
})

/** Of a change, which is always of a connection that is there. */
export const updateQuery = v.object({
  ...selectionQuery.entries,
  connection_intent: v.optional(v.literal('reauthorize', 'must be reauthorize')),
})
