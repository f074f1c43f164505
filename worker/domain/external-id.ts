/** A user's or organization's id: the product's own, opaque to us, compared byte by byte. */
export const MAX_ID_LENGTH = 255

/** Control characters hide in logs and lists; everything else is the product's business. */
export const ID_CHARACTERS = /^[^\u0000-\u001f\u007f]*$/u

export const isExternalId = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= MAX_ID_LENGTH &&
  ID_CHARACTERS.test(value) &&
  value.isWellFormed()
