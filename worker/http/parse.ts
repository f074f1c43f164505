/** Reads a request's body at the edge: size, type, JSON, shape. Past this line everything is typed. */
import * as v from 'valibot'
import type { FieldError } from '../contract/error.ts'
import { ApiError } from './api-error.ts'
import type { AppContext } from './context.ts'

const MAX_BODY_BYTES = 64 * 1024

/**
 * @returns the body as the schema has it
 * @throws ApiError 413, 415, 400 `invalid_json`, or 422 `invalid_request` naming each field; never
 * repeating a value, which may be a secret
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
  const parsed = v.safeParse(schema, await readJson(c.req.raw))
  if (parsed.success) return parsed.output
  const errors = parsed.issues.map(toFieldError)
  const [first] = errors
  const detail = first === undefined ? '' : `: ${first.field || 'body'} ${first.message}`
  throw new ApiError(422, 'invalid_request', `The request is not valid${detail}.`, { errors })
}

async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  try {
    // Bytes that are no UTF-8 are read as this character; nobody means it in a request.
    if (!text.includes('\ufffd')) return JSON.parse(text) as unknown
  } catch {
    // The parser's words would repeat the body.
  }
  throw new ApiError(400, 'invalid_json', 'The body is not valid JSON in UTF-8.')
}

/** The runtime holds a body to its stated length, so a small one is taken in one piece. */
async function readText(request: Request): Promise<string> {
  const stated = Number(request.headers.get('content-length') ?? Number.NaN)
  if (stated <= MAX_BODY_BYTES) return request.text()

  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) break
    text += decoder.decode(chunk, { stream: true })
  }
  if (size <= MAX_BODY_BYTES) return text + decoder.decode()
  throw new ApiError(413, 'body_too_large', 'The body is larger than 64 kB.')
}

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
