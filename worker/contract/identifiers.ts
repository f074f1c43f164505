import * as v from 'valibot'

/** A user's or organization's id: the product's own, opaque to us, compared byte by byte. */
export const externalId = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(255, 'must have at most 255 characters'),
  // Control characters hide in logs and lists; everything else is the product's business.
  v.regex(/^[^\u0000-\u001f\u007f]+$/u, 'must not hold control characters'),
  v.check((text) => text.isWellFormed(), 'must be well-formed Unicode'),
)

export const optionalId = v.nullish(externalId)

/** An owner as an address names it: an organization that is named must have a name. */
export const ownerOfPath = v.object({
  user_id: externalId,
  organization_id: v.optional(externalId),
})
