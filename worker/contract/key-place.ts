import * as v from 'valibot'

/** Where the answer before has stopped. */
export const rewrapQuery = v.object({
  after: v.optional(v.pipe(v.string('must be a string'), v.maxLength(2000, 'is too long'))),
})
