/** A point in time on the wire. */
import * as v from 'valibot'

const MESSAGE = 'must be a time such as 2027-01-31T12:00:00Z'

/** ISO 8601 that also means a time: the shape alone admits offsets and seconds that are none. */
export const instant = v.pipe(
  v.string('must be a string'),
  v.isoTimestamp(MESSAGE),
  v.check((text) => !Number.isNaN(Date.parse(text)), MESSAGE),
)
