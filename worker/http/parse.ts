/** Reads a request's body at the edge: size, type, JSON, shape. Past this line everything is typed. */
import * as v from 'valibot'
import type { FieldError } from '../contract/error.ts'
import { utf8 } from '../kit/encoding.ts'
import { ApiError } from './api-error.ts'
import type { AppContext } from './context.ts'

const MAX_BODY_BYTES = 64 * 1024
const MAX_ERRORS = 20

/**
 * @returns the body as the schema has it
 * @throws ApiError 413, 415, 400 `invalid_json` or `body_incomplete`, or 422 `invalid_request` naming
 * each field; never repeating a value, which may be a secret
 */
export async function parseBody<const Schema extends v.GenericSchema>(
  c: AppContext,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new ApiError(
      415,
      'unsupported_media_type',
      'Send a JSON body with the header "Content-Type: application/json".',
    )
  }
  const body = await readJson(c.req.raw)
  // To valibot a list is an object, and an empty one has no field that could be wrong.
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid([{ field: '', code: 'invalid', message: 'must be a JSON object' }])
  }
  return parseShape(schema, body)
}

/** @throws ApiError 422 `invalid_request` naming each field */
export function parseShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw invalid(parsed.issues.slice(0, MAX_ERRORS).map(toFieldError))
}

/**
 * The query as the schema has it. Parameters that the schema does not know are ignored; one that it
 * knows is given once or not at all, since nobody could say which of two counts.
 *
 * @throws ApiError 422 `invalid_request` naming each parameter
 */
export function parseQuery<const Schema extends QuerySchema>(
  c: AppContext,
  schema: Schema,
): v.InferOutput<Schema> {
  const given = c.req.queries()
  const known = Object.keys(schema.entries)
  const repeated = known.filter((name) => (given[name]?.length ?? 0) > 1)
  if (repeated.length > 0) {
    throw invalid(
      repeated.map((name) => ({ field: name, code: 'invalid', message: 'must be given once' })),
    )
  }
  const values = known.flatMap((name) => {
    const value = given[name]?.[0]
    return value === undefined ? [] : [[name, value] as const]
  })
  return parseShape(schema, Object.fromEntries(values))
}

type QuerySchema = v.GenericSchema & { readonly entries: Readonly<Record<string, unknown>> }

/** 422 `invalid_request` about one field, in the words that a schema would use. */
export const invalidField = (name: string, message: string): ApiError =>
  invalid([{ field: name, code: 'invalid', message }])

function invalid(errors: readonly FieldError[]): ApiError {
  const [first] = errors
  const detail = first === undefined ? '' : `: ${first.field || 'body'} ${first.message}`
  return new ApiError(422, 'invalid_request', `The request is not valid${detail}.`, { errors })
}

async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request, 'json')
  try {
    // Bytes that are no UTF-8 are read as this character; nobody means it in a request.
    if (!text.includes('\ufffd')) return JSON.parse(text) as unknown
  } catch {
    // The parser's words would repeat the body.
  }
  throw new ApiError(400, 'invalid_json', 'The body is not valid JSON in UTF-8.')
}

/** @throws ApiError 413, or 400 `body_incomplete` */
export async function readText(request: Request, kind: 'json' | 'form'): Promise<string> {
  return readUpToLimit(request, kind).catch((error: unknown) => {
    if (error instanceof ApiError) throw error
    // The caller hung up in the middle: no fault of ours, and nothing to act upon.
    throw new ApiError(400, 'body_incomplete', 'The body ended before all of it had come.')
  })
}

/**
 * The runtime holds a body on the wire to its stated length, so a small one is taken in one piece; a
 * request that comes over a binding may state anything, so the text is measured all the same.
 */
async function readUpToLimit(request: Request, kind: 'json' | 'form'): Promise<string> {
  const stated = request.headers.get('content-length') ?? ''
  if (/^\d+$/.test(stated)) {
    if (Number(stated) > MAX_BODY_BYTES) throw tooLarge()
    if (kind === 'json') {
      const text = await request.text()
      if (text.length * 3 <= MAX_BODY_BYTES || utf8(text).byteLength <= MAX_BODY_BYTES) return text
      throw tooLarge()
    }
    // Not text(): the runtime complains of a form that it is none.
    const whole = await request.arrayBuffer()
    if (whole.byteLength <= MAX_BODY_BYTES) return new TextDecoder().decode(whole)
    throw tooLarge()
  }

  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) break
    text += decoder.decode(chunk, { stream: true })
  }
  if (size <= MAX_BODY_BYTES) return text + decoder.decode()
  throw tooLarge()
}

const tooLarge = (): ApiError =>
  new ApiError(413, 'body_too_large', 'The body is larger than 64 kB.')

function toFieldError(issue: v.BaseIssue<unknown>): FieldError {
  const path = issue.path?.map((item) => String(item.key)).join('.') ?? ''
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never'
  const isMissing = issue.received === 'undefined'
  return {
    field: path.slice(0, 200),
    code: isUnknown ? 'unknown_field' : isMissing ? 'required' : 'invalid',
    message: isUnknown
      ? 'is not a field of this request'
      : isMissing
        ? 'is required'
        : wordsOf(issue),
  }
}

// valibot's own messages repeat what was received; ours never do.
const wordsOf = (issue: v.BaseIssue<unknown>): string =>
  /received/i.test(issue.message) ? 'is not valid' : issue.message
