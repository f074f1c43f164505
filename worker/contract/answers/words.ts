/**
 * Schemas of what goes out, with the words of the documentation. Tests hold every answer against them
 * and the tools read them; nothing that answers a request imports them, so they cost the Worker nothing.
 */
import * as v from 'valibot'

type Schema = v.GenericSchema

/** What a field means, in CommonMark. */
export const says = <const Of extends Schema>(schema: Of, description: string) =>
  v.pipe(schema, v.description(description))

/** The same for a field that WorkOS Pipes does not have. */
export const added = <const Of extends Schema>(schema: Of, description: string) =>
  v.pipe(schema, v.metadata({ description, 'x-pipes-addition': true }))

/** An object that has a name of its own in the documentation, wherever it occurs. */
export const named = <const Of extends Schema>(title: string, description: string, schema: Of) =>
  v.pipe(schema, v.title(title), v.description(description))

export const time = v.pipe(v.string(), v.isoTimestamp())
export const timeOrNull = v.nullable(time)
export const textOrNull = v.nullable(v.string())
export const texts = v.array(v.string())
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Every list; a page of it where there are cursors. */
export const listOf = <const Of extends Schema>(item: Of) =>
  v.strictObject({
    object: v.literal('list'),
    data: v.array(item),
    list_metadata: v.strictObject({
      before: says(textOrNull, 'Cursor of the page before; null when there is none.'),
      after: says(textOrNull, 'Cursor of the next page; null when there is none.'),
    }),
  })
