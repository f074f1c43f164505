/** What the sandbox provider answers, as a plain value that crosses from its object, and as a response. */
import type { Fault } from './behaviour.ts'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The answer waits so long, milliseconds. */
  readonly delayMs?: number
  /** The connection ends in the place of a body. */
  readonly isCut?: boolean
}

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'unsupported_grant_type'

/** Tokens and what is said about them belong in no cache (RFC 6749 §5.1). */
const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' }

export const jsonReply = (status: number, body: unknown): Reply => ({
  status,
  headers: JSON_HEADERS,
  body: JSON.stringify(body),
})

/** RFC 6749 §5.2. */
export const errorReply = (error: OAuthErrorCode, description: string): Reply => {
  const reply = jsonReply(error === 'invalid_client' ? 401 : 400, {
    error,
    error_description: description,
  })
  if (error !== 'invalid_client') return reply
  const challenge = { 'www-authenticate': 'Basic realm="sandbox-provider"' }
  return { ...reply, headers: { ...reply.headers, ...challenge } }
}

/** RFC 6750 §3.1: 401 for a token that is not good, 403 for one that may too little. */
export const bearerReply = (
  error: 'invalid_token' | 'insufficient_scope',
  description: string,
): Reply => {
  const reply = jsonReply(error === 'invalid_token' ? 401 : 403, {
    error,
    error_description: description,
  })
  const challenge = `Bearer realm="sandbox-provider", error="${error}"`
  return { ...reply, headers: { ...reply.headers, 'www-authenticate': challenge } }
}

/** The answer of a fault that comes before anything is done; undefined for the others. */
export function replyInstead(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'rate_limited': {
      const body = { error: 'rate_limited', error_description: 'Too many requests.' }
      const reply = jsonReply(429, body)
      return { ...reply, headers: { ...reply.headers, 'retry-after': String(fault.seconds) } }
    }
    case 'server_error':
      return { status: fault.status, headers: { 'content-type': 'text/plain' }, body: 'Broken.' }
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Maintenance</title><h1>We will be right back</h1>',
      }
    case 'cut_before':
      return { status: 200, headers: JSON_HEADERS, body: '', isCut: true }
    case 'slow':
    case 'truncated':
    case 'cut_after':
    case 'revoked_by_user':
    case 'revoked_by_admin':
    case 'account_switched':
      return undefined
  }
}

/** What becomes of the answer of work that was done. */
export function replyAfter(fault: Fault | undefined, reply: Reply): Reply {
  switch (fault?.kind) {
    case 'slow':
      return { ...reply, delayMs: fault.milliseconds }
    case 'truncated':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) }
    case 'cut_after':
      return { ...reply, isCut: true }
    default:
      return reply
  }
}

/** Sends it: late, or cut where it says so. */
export async function toResponse(reply: Reply): Promise<Response> {
  const { status, headers, delayMs = 0 } = reply
  if (delayMs > 0) await new Promise((resolve) => void setTimeout(resolve, delayMs))
  return new Response(reply.isCut === true ? brokenBody() : reply.body, { status, headers })
}

// No Worker can end a connection itself; one whose body breaks off, the runtime does.
const brokenBody = (): ReadableStream =>
  new ReadableStream({ pull: (controller) => controller.error(new Error('cut by a script')) })
