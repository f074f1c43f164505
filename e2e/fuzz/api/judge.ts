/** What no answer may be, whatever was asked. */
import type { ApiDocument, Operation } from './document.ts'
import { contradiction, type Schema } from './schema.ts'
import { CANARY, VENDED_CANARY } from './values.ts'
import type { Reply } from './wire.ts'

const LABEL: Schema = {
  type: 'object',
  required: ['id', 'account_identifier', 'account_display_name'],
  properties: {
    id: { type: 'string' },
    account_identifier: { type: ['string', 'null'] },
    account_display_name: { type: ['string', 'null'] },
  },
}

const ERROR: Schema = {
  type: 'object',
  required: ['code', 'message', 'request_id'],
  properties: {
    code: { type: 'string', pattern: '^[a-z_]+$' },
    message: { type: 'string', minLength: 10 },
    request_id: { type: 'string', pattern: '^req_' },
    // With account_selection_required.
    connected_accounts: { type: 'array', minItems: 2, items: LABEL },
    // Where OAuth has words of its own.
    error: { type: 'string', pattern: '^[a-z_]+$' },
    error_description: { type: 'string', pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+$' },
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string', pattern: '^[a-z_]+$' },
          message: { type: 'string', minLength: 5 },
        },
      },
    },
  },
}

/**
 * @param of `isElsewhere`: the path was such that it may have led to another address
 * @returns what is wrong; undefined: nothing
 */
export function problemWith(
  document: ApiDocument,
  operation: Operation,
  reply: Reply,
  of: { readonly isElsewhere: boolean },
): string | undefined {
  const { status, text, headers } = reply
  if (status >= 500) return `a ${status}: ${text.slice(0, 300)}`
  if (text.includes(CANARY)) return `a secret comes back: ${text.slice(0, 300)}`
  if (
    text.includes(VENDED_CANARY) &&
    !/^(?:getAccessToken|createDataIntegrationCredential|rejectAccessToken|exchangeToken)$/.test(
      operation.id,
    )
  ) {
    return `an access token comes back: ${text.slice(0, 300)}`
  }
  // There an error may have the shape of OAuth.
  if (of.isElsewhere) return undefined
  if (status >= 400) {
    const problem = errorProblem(document, reply)
    if (problem !== undefined) return problem
  }
  const outcome = operation.outcomes.get(status)
  if (outcome === undefined) return `the status ${status} is not documented: ${text.slice(0, 300)}`
  if (outcome.schema === undefined) return text === '' ? undefined : 'a body where none is'
  if (!String(headers['content-type']).startsWith('application/json')) return 'no JSON by its type'
  const body = parsed(text)
  const problem = contradiction(outcome.schema, body, document.resolve)
  if (problem !== undefined) return `${status}, ${problem}: ${text.slice(0, 300)}`
  const { code } = body as { readonly code?: string }
  return outcome.codes === undefined || outcome.codes.includes(code ?? '')
    ? undefined
    : `the code ${code} is not documented with ${status}`
}

function errorProblem(document: ApiDocument, { text, headers }: Reply): string | undefined {
  const body = parsed(text)
  const problem = contradiction(ERROR, body, document.resolve)
  if (problem !== undefined) return `an error of another shape, ${problem}: ${text.slice(0, 300)}`
  const { code, request_id: id } = body as { readonly code: string; readonly request_id: string }
  if (headers['x-request-id'] !== id) return 'two request ids'
  if (headers['link'] !== `</docs/errors/${code}>; rel="help"`) return 'no link to its page'
  return headers['cache-control'] === 'no-store' ? undefined : 'an error that may be kept'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
