/** What the widget asks for beside its rows. */
import * as v from 'valibot'

export const widgetRowsQuery = v.object({
  include: v.optional(v.literal('shared', 'must be shared')),
})
