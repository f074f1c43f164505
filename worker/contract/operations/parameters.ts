/** Parameters that several calls have. */
import * as v from 'valibot'
import { externalId } from '../identifiers.ts'
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

/** Pages of a list. */
export const pages = (after: string): readonly Parameter[] => [
  {
    name: 'after',
    in: 'query',
    schema: v.optional(v.pipe(v.string(), v.maxLength(64))),
    says: 'Cursor: what `list_metadata.after` of the page before said.',
    example: after,
  },
  {
    name: 'limit',
    in: 'query',
    schema: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 100),
    says: 'How many a page has at most.',
    example: 100,
  },
]

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
