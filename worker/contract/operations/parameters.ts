/** Parameters that several calls have. */
import * as v from 'valibot'
import { externalId } from '../identifiers.ts'
import { pageQuery } from '../page.ts'
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

export const connectedAccountId: Parameter = {
  name: 'connected_account_id',
  in: 'query',
  schema: v.optional(text),
  says: 'Only if the owner’s connection is this one.',
  example: 'data_installation_06hyb9w3k4m2p5q7r8s9t0v1w2',
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
export const queryOf = <const Entries extends v.ObjectEntries>(
  { entries }: v.ObjectSchema<Entries, undefined>,
  words: { readonly [Name in keyof Entries]: QueryWord },
): readonly Parameter[] =>
  Object.entries(entries).map(([name, schema]) => {
    const word: QueryWord = words[name as keyof Entries]
    return { in: 'query', name, schema: schema as v.GenericSchema, ...word }
  })

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
