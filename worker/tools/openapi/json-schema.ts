/** valibot's schemas as JSON Schema 2020-12, which OpenAPI 3.1 is made of. */
import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Words } from '../../contract/operations/operation.ts'

/** The keywords that our schemas come to. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  const?: string | number | boolean
  enum?: (string | number | null)[]
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  items?: JsonSchema | false
  prefixItems?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  propertyNames?: JsonSchema
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  'x-pipes-addition'?: true
}

type Definitions = Readonly<Record<string, v.GenericSchema>>

/** Where schemas with a title lie in the document. */
export const REFERENCE = '#/components/schemas/'

/** What JSON Schema cannot say: checks by a function of ours, and what changes a value once it is in. */
const UNSAYABLE = new Set(['check', 'partial_check', 'raw_check', 'trim', 'custom'])

/**
 * @param named schemas that become references
 * @throws for what is neither said nor known to be unsayable
 */
export function convert(
  schema: v.GenericSchema,
  named: Definitions = {},
): { readonly schema: JsonSchema; readonly definitions: Readonly<Record<string, JsonSchema>> } {
  const {
    $schema: _,
    $defs,
    ...converted
  } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // Not by itself; each thing that it would pass over is looked at below.
    errorMode: 'ignore',
    definitions: { ...named },
    overrideRef: ({ referenceId }) => `${REFERENCE}${referenceId}`,
    overrideSchema: ({ valibotSchema: { type }, errors = [] }) => {
      if (UNSAYABLE.has(type)) return {}
      if (errors.length > 0) throw new Error(errors.join(' '))
      return undefined
    },
    overrideAction: ({ valibotAction: action, jsonSchema, errors = [] }) => {
      // Flags cannot be said; JSON Schema's patterns are Unicode patterns anyway.
      if (action.type === 'regex' && 'requirement' in action) {
        return { ...jsonSchema, pattern: (action.requirement as RegExp).source }
      }
      if (UNSAYABLE.has(action.type)) return jsonSchema
      if (errors.length > 0) throw new Error(errors.join(' '))
      return undefined
    },
  }) as JsonSchema & { $schema?: string; $defs?: Record<string, JsonSchema> }
  return {
    schema: simplified(converted),
    definitions: Object.fromEntries(
      Object.entries($defs ?? {}).map(([name, definition]) => [name, simplified(definition)]),
    ),
  }
}

/** Every schema with a title in this one. */
export function namedWithin(schema: v.GenericSchema): Definitions {
  const found: Record<string, v.GenericSchema> = {}
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return
    if (Array.isArray(one)) {
      for (const entry of one) visit(entry)
      return
    }
    const part = one as Readonly<Record<string, unknown>>
    const title = titleOf(part['pipe'])
    if (title !== undefined) {
      if (found[title] !== undefined && found[title] !== one) {
        throw new Error(`Two schemas have the title ${title}.`)
      }
      found[title] = one as v.GenericSchema
    }
    for (const name of ['item', 'items', 'wrapped', 'options', 'value', 'rest']) visit(part[name])
    for (const entry of Object.values((part['entries'] ?? {}) as Record<string, unknown>)) {
      visit(entry)
    }
  }
  visit(schema)
  return found
}

const titleOf = (pipe: unknown): string | undefined =>
  Array.isArray(pipe)
    ? (pipe as readonly { readonly type: string; readonly title?: string }[]).find(
        ({ type }) => type === 'title',
      )?.title
    : undefined

/** `null` as one of the types, an open object where answers may grow, no empty `required`. */
function simplified(schema: JsonSchema): JsonSchema {
  const { anyOf, oneOf, items, prefixItems, properties, required, ...rest } = schema
  const { additionalProperties, ...bare } = rest
  const whole: JsonSchema = {
    ...bare,
    ...(bare.const === undefined ? {} : { type: typeof bare.const }),
    ...(properties === undefined ? {} : { properties: mapped(properties) }),
    ...(required === undefined || required.length === 0 ? {} : { required }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'object'
              ? simplified(additionalProperties)
              : additionalProperties,
        }),
    ...(items === undefined ? {} : { items: items === false ? false : simplified(items) }),
    ...(prefixItems === undefined ? {} : { prefixItems: prefixItems.map(simplified) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(simplified) }),
  }
  if (anyOf === undefined) return whole
  const options = anyOf.map(simplified)
  const others = options.filter(({ type }) => type !== 'null')
  const [only] = others
  const isSimple = others.length === 1 && typeof only?.type === 'string' && only.const === undefined
  if (options.length === 2 && isSimple && only !== undefined) {
    return {
      ...only,
      ...whole,
      type: [only.type as string, 'null'],
      ...(only.enum === undefined ? {} : { enum: [...only.enum, null] }),
    }
  }
  return { ...whole, anyOf: options }
}

const mapped = (properties: Record<string, JsonSchema>): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, simplified(property)]),
  )

/** An answer may have more fields tomorrow: whoever reads it must not refuse them. */
export function opened(schema: JsonSchema): JsonSchema {
  const { additionalProperties, ...rest } = everyPart(schema, opened)
  return additionalProperties === undefined || additionalProperties === false
    ? rest
    : { ...rest, additionalProperties }
}

/**
 * Writes what each field of a request means beside it.
 *
 * @throws for a field without words, and for words without a field: nobody forgets either
 */
export function described(schema: JsonSchema, words: Words, name: string): JsonSchema {
  const unused = new Set(Object.keys(words))
  const silent: string[] = []
  const walk = (part: JsonSchema, path: string): JsonSchema => {
    const whole = everyPart(part, (inner) => walk(inner, path), {
      property: (inner, field) => {
        const at = path === '' ? field : `${path}.${field}`
        const word = words[at]
        unused.delete(at)
        if (word === undefined) silent.push(at)
        const { says, isAddition } = typeof word === 'object' ? word : { says: word }
        return {
          ...walk(inner, at),
          ...(says === undefined ? {} : { description: says }),
          ...(isAddition === true ? { 'x-pipes-addition': true as const } : {}),
        }
      },
    })
    return whole
  }
  const whole = walk(schema, '')
  if (silent.length > 0) throw new Error(`${name}: nothing says what ${silent.join(', ')} means.`)
  if (unused.size > 0) throw new Error(`${name} has no ${[...unused].join(', ')}.`)
  return whole
}

/** The schema with each of its parts replaced. */
function everyPart(
  schema: JsonSchema,
  replace: (part: JsonSchema) => JsonSchema,
  {
    property = replace,
  }: { readonly property?: (part: JsonSchema, name: string) => JsonSchema } = {},
): JsonSchema {
  const { properties, items, prefixItems, additionalProperties, anyOf, oneOf } = schema
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [name, property(part, name)]),
          ),
        }),
    ...(items === undefined || items === false ? {} : { items: replace(items) }),
    ...(prefixItems === undefined ? {} : { prefixItems: prefixItems.map(replace) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: replace(additionalProperties) }
      : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(replace) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(replace) }),
  }
}
