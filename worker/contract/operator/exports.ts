/** Lists as files. */
import * as v from 'valibot'

const format = v.picklist(['csv', 'json'], 'must be csv or json')
const id = v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(100))

/** `POST /operator/exports/audit`. */
export const exportAuditRequest = v.strictObject({ format, environment: v.nullish(id) })

/** `POST /operator/environments/{id}/exports/connections`. */
export const exportConnectionsRequest = v.strictObject({ format })

/** What the address of a file has behind it. */
export const exportQuery = v.object({
  format,
  environment: v.optional(id),
  ticket: v.pipe(v.string(), v.maxLength(200)),
})
