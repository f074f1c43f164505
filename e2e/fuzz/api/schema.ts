/** As much JSON Schema as our document has; another keyword is an error, so that nothing goes unchecked. */
import { isDeepStrictEqual } from 'node:util'

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema | false
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

const KNOWN = new Set(
  (
    '$ref type const enum anyOf oneOf properties required additionalProperties propertyNames items prefixItems ' +
    'minItems maxItems minLength maxLength minimum maximum pattern format ' +
    // Words, which nothing can contradict.
    'title description default x-pipes-addition'
  ).split(' '),
)

/**
 * Where a value is not what a schema says. The document lets answers grow; here a field that it does not
 * name is a finding, as it was forgotten.
 *
 * @returns a path and what is wrong there; undefined: nothing
 */
export function contradiction(
  schema: Schema,
  value: unknown,
  resolve: (schema: Schema) => Schema,
  at = 'body',
): string | undefined {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword))
  if (unknown !== undefined) throw new Error(`The fuzzer does not know the keyword ${unknown}.`)
  if (schema.$ref !== undefined) return contradiction(resolve(schema), value, resolve, at)
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) {
    const problems = options.map((option) => contradiction(option, value, resolve, at))
    return problems.includes(undefined) ? undefined : problems.join(', and ')
  }
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return `${at} is no ${types.join(' or ')}`
  }
  if (schema.const !== undefined && !isDeepStrictEqual(value, schema.const)) {
    return `${at} is not ${JSON.stringify(schema.const)}`
  }
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return `${at} is none of its values`
  if (typeof value === 'string') return stringProblem(schema, value, at)
  if (typeof value === 'number') return numberProblem(schema, value, at)
  if (Array.isArray(value)) return listProblem(schema, value, resolve, at)
  if (typeof value === 'object' && value !== null) {
    // `{}` admits anything, whatever it has in it.
    if (Object.keys(schema).length === 0) return undefined
    return objectProblem(schema, value as Readonly<Record<string, unknown>>, resolve, at)
  }
  return undefined
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function stringProblem(schema: Schema, value: string, at: string): string | undefined {
  const length = [...value].length
  if (length < (schema.minLength ?? 0)) return `${at} is too short`
  if (length > (schema.maxLength ?? Infinity)) return `${at} is too long`
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return `${at} does not match its pattern`
  }
  const isTime = schema.format !== 'date-time' || !Number.isNaN(Date.parse(value))
  return isTime ? undefined : `${at} is no time`
}

function numberProblem(
  { minimum, maximum }: Schema,
  value: number,
  at: string,
): string | undefined {
  return value < (minimum ?? -Infinity) || value > (maximum ?? Infinity)
    ? `${at} is out of its bounds`
    : undefined
}

function listProblem(
  { items, prefixItems = [], minItems = 0, maxItems = Infinity }: Schema,
  value: readonly unknown[],
  resolve: (schema: Schema) => Schema,
  at: string,
): string | undefined {
  if (value.length < minItems || value.length > maxItems) return `${at} has a wrong length`
  for (const [index, one] of value.entries()) {
    const schema = prefixItems[index] ?? items
    if (schema === undefined) continue
    const problem =
      schema === false ? `${at} is too long` : contradiction(schema, one, resolve, `${at}.${index}`)
    if (problem !== undefined) return problem
  }
  return undefined
}

function objectProblem(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  resolve: (schema: Schema) => Schema,
  at: string,
): string | undefined {
  const missing = required.find((name) => !Object.hasOwn(value, name))
  if (missing !== undefined) return `${at} lacks ${missing}`
  for (const [name, one] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined
    const schema =
      known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (schema === undefined) {
      if (additionalProperties !== true) return `${at}.${name} is not documented`
      continue
    }
    const problem = contradiction(schema, one, resolve, `${at}.${name}`)
    if (problem !== undefined) return problem
  }
  return undefined
}
