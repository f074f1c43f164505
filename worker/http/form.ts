/** Reads a form at the edge, as OAuth has it: size, type, encoding, and no parameter twice (RFC 6749 §3.2). */
import { ApiError } from './api-error.ts'
import type { AppContext } from './context.ts'
import { field } from './failures/words.ts'
import { readText } from './parse.ts'

export type Form = {
  /** @throws ApiError 422 `invalid_request` when it came twice */
  readonly one: (name: string) => string | undefined
  /** For the few that may be repeated. */
  readonly all: (name: string) => readonly string[]
  /** Everything that is not of `many`, by name; nothing that came without a value. */
  readonly record: (many: readonly string[]) => Readonly<Record<string, string>>
}

/** @throws ApiError 413, 415, 400 `body_incomplete`, 422 `invalid_request` */
export async function parseForm(c: AppContext): Promise<Form> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') {
    throw new ApiError(
      415,
      'unsupported_media_type',
      'Send a form with the header "Content-Type: application/x-www-form-urlencoded".',
    )
  }
  const parameters = new URLSearchParams(await readText(c.req.raw, 'form'))
  for (const pair of parameters) {
    // What is no UTF-8 is read as this character; nobody means it in a request.
    if (pair.join('').includes('\ufffd')) {
      throw new ApiError(422, 'invalid_request', 'The form is not valid: it is not UTF-8.')
    }
  }
  const all = (name: string): readonly string[] =>
    parameters.getAll(name).filter((value) => value !== '')
  const one = (name: string): string | undefined => {
    if (parameters.getAll(name).length > 1) {
      throw field(
        safe(name),
        'invalid_request',
        `The request is not valid: ${safe(name)} came twice.`,
      )
    }
    return all(name)[0]
  }
  return {
    one,
    all,
    record: (many) =>
      Object.fromEntries(
        [...new Set(parameters.keys())]
          .filter((name) => !many.includes(name))
          .flatMap((name) => {
            const value = one(name)
            return value === undefined ? [] : [[name, value]]
          }),
      ),
  }
}

const safe = (name: string): string => name.replace(/\W/g, '·').slice(0, 60)
