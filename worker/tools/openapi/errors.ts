/** Error codes as the document shows them. */
import { ERRORS, type ErrorCode } from '../../contract/errors/all.ts'
import type { Refusal } from '../../contract/operations/operation.ts'

export function codesByStatus(
  errors: readonly Refusal[],
): ReadonlyMap<number, readonly ErrorCode[]> {
  const statuses = [...new Set(errors.map(({ status }) => status))].toSorted((a, b) => a - b)
  return new Map(
    statuses.map((status) => [
      status,
      errors.filter((error) => error.status === status).map(({ code }) => code),
    ]),
  )
}

/** Calls that can fail in the same ways share a response. */
export const sharedName = (status: number, codes: readonly ErrorCode[]): string =>
  [status, ...codes].join('.')

export const errorExample = (code: ErrorCode) => ({
  code,
  message: `${ERRORS[code].cause} ${ERRORS[code].remedy}`.replaceAll('`', ''),
  request_id: 'req_3f0c8a52-6b1d-4a7e-9c44-2d6f1e0b8a93',
  // Many a code names its field too, but which one depends on the call.
  ...(code === 'invalid_request' && {
    errors: [{ field: 'user_id', code: 'required', message: 'is required' }],
  }),
})

/** The same where OAuth has its own shape; `http/oauth-error.ts` says which word stands for which code. */
export const oauthErrorExample = (code: ErrorCode) => ({
  error: 'invalid_request',
  error_description: 'What happened, and what to do.',
  ...errorExample(code),
})

export const HEADERS = {
  'X-Request-ID': {
    description: 'Leads to the request in the log.',
    schema: { type: 'string' },
    example: 'req_3f0c8a52-6b1d-4a7e-9c44-2d6f1e0b8a93',
  },
  Link: {
    description: 'The page that explains the code, as `rel="help"` (RFC 8288).',
    schema: { type: 'string' },
    example: '</docs/errors/invalid_request>; rel="help"',
  },
  'Retry-After': {
    description: 'Seconds after which another try is worth while. Not with `misconfigured`.',
    schema: { type: 'integer', minimum: 0 },
    example: 5,
  },
  'RateLimit-Policy': {
    description: 'The limit: `q` requests in `w` seconds for each key.',
    schema: { type: 'string' },
    example: '"key";q=6000;w=60',
  },
}
