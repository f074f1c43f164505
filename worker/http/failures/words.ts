/** Words that refusals have in common. */
import { ApiError } from '../api-error.ts'

/** 422 about one field of the request. */
export const field = (name: string, code: string, message: string): ApiError =>
  new ApiError(422, code, message, { errors: [{ field: name, code, message }] })

/** User text inside a message: short, and without anything that could be taken for markup. */
export const quote = (text: string): string =>
  `"${text.replace(/[^\w.:/?=&%@-]/g, '·').slice(0, 120)}"`
