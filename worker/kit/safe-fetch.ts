/**
 * The one way out: every request to another machine goes through an `Egress` made here.
 *
 * It calls public https hosts only, never follows a redirect (a secret must not travel to a host nobody
 * configured), carries no cookies, and ends within a deadline and a size. What it throws says whether
 * the request may have been sent: a refused one can be repeated without thought, an unanswered one may
 * have spent a refresh token.
 */
import { checkPublicUrl } from './public-url.ts'
import type { PublicUrlOptions, UrlRefusal } from './public-url.ts'

export type EgressRequest = {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body?: string
  readonly signal?: AbortSignal
}

export type EgressAnswer = {
  /** Any status, a 3xx included: it is the caller's failure, never followed. */
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Sends one request. Throws `EgressRefused` or `EgressUnanswered`, nothing else. */
export type Egress = (request: EgressRequest) => Promise<EgressAnswer>

/** The same for what is no text. */
export type ByteEgress = (
  request: EgressRequest,
) => Promise<Omit<EgressAnswer, 'text'> & { readonly bytes: Uint8Array }>

/** A server of our own, reached by an origin that no network knows. */
export type ReservedServer = {
  /** Nobody can type it: `checkPublicUrl` refuses it. */
  readonly origin: string
  readonly fetch: (request: Request) => Promise<Response>
}

export type EgressOptions = PublicUrlOptions & {
  readonly fetch: typeof fetch
  /** A Worker cannot call itself, so requests to this origin are answered inside. */
  readonly reserved?: ReservedServer | undefined
  /** For the whole exchange, the body included. */
  readonly deadlineMs: number
  /** Cap of an answer's body; 256 kB unless told. */
  readonly maxBytes?: number | undefined
}

export type EgressRefusalReason = UrlRefusal | 'method' | 'aborted'
export type EgressUnansweredReason = 'timeout' | 'aborted' | 'network' | 'too_large' | 'not_utf8'

/** The request was never sent. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused'
  readonly reason: EgressRefusalReason

  constructor(reason: EgressRefusalReason) {
    super(`request refused: ${reason}`)
    this.reason = reason
  }
}

/** The request was sent, or may have been, and no usable answer came. */
export class EgressUnanswered extends Error {
  override readonly name = 'EgressUnanswered'
  readonly reason: EgressUnansweredReason

  constructor(reason: EgressUnansweredReason) {
    super(`request unanswered: ${reason}`)
    this.reason = reason
  }
}

const DEFAULT_MAX_BYTES = 256 * 1024
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Makes the egress of one deployment.
 *
 * @param options `fetch` of the platform or of a test; deadline in milliseconds; admitted origins
 */
export function createEgress(options: EgressOptions): Egress {
  const send = createByteEgress(options)
  return async (request) => {
    const { bytes, ...answer } = await send(request)
    return { ...answer, text: decode(bytes) }
  }
}

export function createByteEgress(options: EgressOptions): ByteEgress {
  // Taken off the object: workerd's fetch throws "Illegal invocation" as a method of anything else.
  const send = options.fetch
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES

  async function exchange(url: string, request: EgressRequest, signal: AbortSignal) {
    const init = { ...initOf(request), signal }
    const inside = reservedFor(url, options)
    const response =
      inside === undefined ? await send(url, init) : await inside.fetch(new Request(url, init))
    const bytes = await readUpTo(maxBytes, response)
    return { status: response.status, headers: headersOf(response), bytes }
  }

  return async (request) => {
    if (!METHODS.has(request.method)) throw new EgressRefused('method')
    if (request.signal?.aborted === true) throw new EgressRefused('aborted')
    const url = addressOf(request.url, options)

    const deadline = AbortSignal.timeout(options.deadlineMs)
    const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
    try {
      // Raced, because a body that stalls need not notice the signal. The listener comes first.
      return await Promise.race([rejectionBy(signal), exchange(url, request, signal)])
    } catch (error) {
      if (error instanceof EgressUnanswered) throw error
      // The original is dropped on purpose: its message may repeat the URL or the answer.
      if (deadline.aborted) throw new EgressUnanswered('timeout')
      throw new EgressUnanswered(signal.aborted ? 'aborted' : 'network')
    }
  }
}

/** @throws EgressRefused for an address that may not be called */
function addressOf(typed: string, options: EgressOptions): string {
  if (reservedFor(typed, options) !== undefined) return typed
  const url = checkPublicUrl(typed, options)
  if (!url.ok) throw new EgressRefused(url.failure.reason)
  return url.value.href
}

const reservedFor = (url: string, { reserved }: EgressOptions): ReservedServer | undefined =>
  reserved !== undefined && url.startsWith(`${reserved.origin}/`) ? reserved : undefined

function initOf(request: EgressRequest): RequestInit {
  const headers = new Headers(request.headers)
  headers.delete('cookie')
  if (!headers.has('user-agent')) headers.set('user-agent', 'pipes')
  return {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(request.body === undefined ? {} : { body: request.body }),
  }
}

const rejectionBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
  })

async function readUpTo(maxBytes: number, response: Response): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatenated(chunks, size)
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new EgressUnanswered('too_large')
    }
    chunks.push(value)
  }
}

function concatenated(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw new EgressUnanswered('not_utf8')
  }
}

function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  return headers
}
