import * as v from 'valibot'
import { ID_CHARACTERS, MAX_ID_LENGTH } from '../domain/external-id.ts'

/** As `isExternalId` has it, with a word for each rule. */
export const externalId = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(MAX_ID_LENGTH, `must have at most ${MAX_ID_LENGTH} characters`),
  v.regex(ID_CHARACTERS, 'must not hold control characters'),
  v.check((text) => text.isWellFormed(), 'must be well-formed Unicode'),
)

export const optionalId = v.nullish(externalId)

/** An owner as an address names it: an organization that is named must have a name. */
export const ownerOfPath = v.object({
  user_id: externalId,
  organization_id: v.optional(externalId),
})
