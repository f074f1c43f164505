/** Values of a provider's config fields, and the fields of a provider that an operator describes. */
import * as v from 'valibot'
import { isCheap } from '../kit/pattern-cost.ts'
import { everyNameCounts } from './plain-object.ts'

const text = (limit: number) =>
  v.pipe(
    v.string('must be a string'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(limit, `must have at most ${limit} characters`),
  )

const key = v.pipe(
  v.string('must be a string'),
  v.regex(/^[a-z][a-z0-9_]{0,49}$/, 'must be lower-case letters, digits and _'),
  v.notValue('client_id', 'must not be client_id'),
  v.notValue('constructor', 'must not be constructor'),
)

export const configValues = v.pipe(
  everyNameCounts,
  v.record(v.pipe(v.string(), v.maxLength(100)), text(255)),
  v.check((values) => Object.keys(values).length <= 20, 'must have at most 20 fields'),
)

const pattern = v.pipe(
  text(500),
  v.check(
    isCheap,
    'must be made of texts, sets, groups, | and counts, with few ways to match the same value',
  ),
  v.check((source) => {
    try {
      return new RegExp(`^(?:${source})$`, 'u') instanceof RegExp
    } catch {
      return false
    }
  }, 'must be a regular expression'),
)

export const configField = v.strictObject({
  key,
  label: text(100),
  required: v.optional(v.boolean('must be true or false')),
  scope: v.picklist(['integration', 'installation'], 'must be integration or installation'),
  description: v.optional(text(500)),
  example: v.optional(text(255)),
  pattern: v.optional(pattern),
  pattern_flags: v.optional(v.literal('i', 'must be i')),
  order: v.optional(
    v.pipe(v.number('must be a number'), v.integer(), v.minValue(0), v.maxValue(1000)),
  ),
  default: v.optional(text(255)),
})
