/** What valibot lets pass as an object, and is none that anybody meant. */
import * as v from 'valibot'

/** To valibot a list is an object, and an empty one has no member that could be wrong. */
export const notAList = v.custom<object>((value) => !Array.isArray(value), 'must be an object')

/** A record that has one of these loses it without a word, which would read as if it had been taken. */
const SKIPPED = ['__proto__', 'prototype', 'constructor']

/** Comes before a `v.record`. */
export const everyNameCounts = v.custom<Record<string, unknown>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !SKIPPED.some((name) => Object.hasOwn(value, name)),
  `must be an object without a member named ${SKIPPED.join(', ')}`,
)
