/** Parameters that several calls have. */
import * as v from 'valibot'
import { externalId } from '../identifiers.ts'
import { pageQuery } from '../page.ts'
import { pluralQuery, selectionQuery, updateQuery } from '../selection.ts'
import { addition, type Parameter, type Words } from './operation.ts'

const text = v.string()

export const slug: Parameter = {
  name: 'slug',
  in: 'path',
  schema: text,
  says: 'The slug of the data integration.',
  example: 'github',
}

export const userId: Parameter = {
  name: 'user_id',
  in: 'path',
  schema: externalId,
  says: 'Your own id of the user.',
  example: 'user_123',
}

export const organizationId: Parameter = {
  name: 'organization_id',
  in: 'path',
  schema: externalId,
  says: 'Your own id of the organization.',
  example: 'org_456',
}

/** In the query: another owner than the user alone. */
export const withinOrganization: Parameter = {
  name: 'organization_id',
  in: 'query',
  schema: v.optional(externalId),
  says: 'The organization within which the user connected. With it and without it are two owners.',
  example: 'org_456',
}

const PLURAL_WORDS = {
  supports_multiple_connections: {
    says: 'You know that there may be several; else the compatibility connection is meant.',
    example: true,
    schema: v.optional(v.boolean(), false),
  },
} as const

const SELECTION_WORDS = {
  ...PLURAL_WORDS,
  connected_account_id: {
    says: 'Exactly this one of the owner’s connections.',
    example: 'data_installation_06hyb9w3k4m2p5q7r8s9t0v1w2',
  },
} as const

/** Which of an owner's connections is meant. */
export const PLURAL = queryOf(pluralQuery, PLURAL_WORDS)
export const SELECTION = queryOf(selectionQuery, SELECTION_WORDS)
export const CHANGE = queryOf(updateQuery, {
  ...SELECTION_WORDS,
  connection_intent: {
    says: '`reauthorize`: the connection that `connected_account_id` names.',
    example: 'reauthorize',
  },
})

/** Of calls that add something: whoever sends one again adds nothing twice. */
export const IDEMPOTENCY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
  says: 'With `connection_intent` `add`: a text of your own. The same request under the same key adds one connection, for a day.',
  example: '5f0c8a52-6b1d-4a7e-9c44-2d6f1e0b8a93',
}

export const pathId = (name: string, says: string, example: string): Parameter => ({
  name,
  in: 'path',
  schema: text,
  says,
  example,
})

type QueryWord = Pick<Parameter, 'says' | 'example' | 'isAddition'> & {
  /** Where the one of the query, which is all text, says less. */
  readonly schema?: v.GenericSchema
}

/** The parameters of a query, by the very schema that the route parses it with. */
export function queryOf<const Entries extends v.ObjectEntries>(
  { entries }: { readonly entries: Entries },
  words: { readonly [Name in keyof Entries]: QueryWord },
): readonly Parameter[] {
  return Object.entries(entries).map(([name, schema]) => {
    const word: QueryWord = words[name as keyof Entries]
    return { in: 'query', name, schema, ...word }
  })
}

const order = v.optional(v.picklist(['asc', 'desc', 'normal']), 'desc')

/** How every list is paged. */
export const PAGE_WORDS = {
  before: { says: 'The page before: a cursor of `list_metadata`.', example: 'MDZoeWI5dzM.c2ln' },
  after: { says: 'The page after: a cursor of `list_metadata`.', example: 'MDZoeWI5dzM.c2ln' },
  limit: {
    says: 'How many a page has at most.',
    example: 10,
    schema: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 10),
  },
  order: {
    says: '`desc`: the newest first. `normal`: the same, with `before` and `after` exchanged.',
    example: 'desc',
    schema: order,
  },
} as const

export const PAGES = queryOf(pageQuery, PAGE_WORDS)

/** Whose connection a body means. */
export const OWNER_WORDS: Words = {
  user_id: 'Your own id of the user: the owner, or the member who acts for the organization.',
  organization_id:
    'The organization within which the user connected, or that owns the connection. With it and without it are two owners.',
  connection_owner:
    '`organization` for the connection that an organization shares with its members.',
}

export const USER_LABEL = addition(
  'A name of the user for our pages, such as an e-mail address: “Connect GitHub for ada@example.com?”.',
)

/** In the widget: which connection is meant. */
export const AIM_WORDS: Words = {
  connection_intent: addition('`add`: another connection beside those that there are.'),
  connected_account_id: addition(
    'Exactly this connection anew; another account that comes back is refused.',
  ),
}
