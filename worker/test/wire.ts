/** Requests and answers of the Worker, as JSON over HTTP. */
import { env } from 'cloudflare:workers'

/** A page of the customer's; a sandbox accepts any loopback origin. */
export const PAGE_ORIGIN = 'http://127.0.0.1:3000'

/** The body of a vend answer: the contract's shape, loosely. */
export type VendBody = {
  readonly active?: boolean
  readonly error?: string
  readonly code?: string
  readonly access_token?: { readonly access_token: string; readonly expires_at: string | null }
}

export type Vend = {
  readonly status: number
  readonly body: VendBody
  readonly token: string | undefined
  readonly retryAfter: string | null
}

export async function readVend(response: Response): Promise<Vend> {
  const body = (await response.json()) as VendBody
  return {
    status: response.status,
    body,
    token: body.access_token?.access_token,
    retryAfter: response.headers.get('retry-after'),
  }
}

/** The body of an answer that must have this status; else the answer itself, as the failure. */
export async function expectJson<T>(response: Response, status: number): Promise<T> {
  if (response.status !== status) {
    throw new Error(`${response.status} instead of ${status}: ${await response.text()}`)
  }
  return (await response.json()) as T
}

export function jsonRequest(
  method: string,
  path: string,
  body: unknown,
  init: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal },
  headers: Record<string, string>,
): Request {
  return new Request(`${env.PUBLIC_URL}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...init.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(init.signal === undefined ? {} : { signal: init.signal }),
  })
}

/** What `/credentials` answers to a backend. */
export const credentialsOf = async (
  h: { readonly api: (method: string, path: string, body: unknown) => Promise<Response> },
  slug: string,
  body: Record<string, unknown> = { user_id: 'user_1' },
): Promise<Record<string, Record<string, unknown>>> =>
  expectJson(await h.api('POST', `/data-integrations/${slug}/credentials`, body), 200)
