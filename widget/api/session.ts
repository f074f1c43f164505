/**
 * The widget session's token: where it comes from, and when it is fetched again.
 * It lives in this closure only; no attribute, DOM node, storage or log ever holds it.
 */
import { asObject, asString } from './read.ts'
import { fail, ok, type Result } from './result.ts'
import { localFailure, type RequestFailure } from './problem.ts'

/** One of the three ways in which a page gives the widget its session. */
export type TokenSource =
  | { readonly kind: 'fixed'; readonly token: string }
  | { readonly kind: 'function'; readonly getToken: () => Promise<string> }
  | { readonly kind: 'endpoint'; readonly url: string }

export type Session = {
  /** A token that is good for at least half a minute, where one can be had. */
  token(): Promise<Result<string, RequestFailure>>
  /** A token other than `refused`, or the news that the session is over. */
  renewed(refused: string): Promise<Result<string, RequestFailure>>
}

const RENEW_BEFORE_EXPIRY_MS = 30_000
const ENDPOINT_TIMEOUT_MS = 15_000

/**
 * @param source where tokens come from
 * @param surroundings the network and the clock (epoch ms)
 */
export const createSession = (
  source: TokenSource,
  surroundings: { readonly fetch: typeof fetch; readonly now: () => number },
): Session => {
  let current: string | null = null
  let fetching: Promise<Result<string, RequestFailure>> | null = null

  /** Callers that come together share one request to the page's endpoint. */
  const fetchToken = (): Promise<Result<string, RequestFailure>> => {
    fetching ??= askSource(source, surroundings.fetch).finally(() => {
      fetching = null
    })
    return fetching
  }

  const fetchAndKeep = async (): Promise<Result<string, RequestFailure>> => {
    const fetched = await fetchToken()
    if (fetched.ok) current = fetched.value
    return fetched
  }

  return {
    async token() {
      if (current === null) return fetchAndKeep()
      if (expiresAt(current) - RENEW_BEFORE_EXPIRY_MS > surroundings.now()) return ok(current)

      // The server decides what is expired, not this machine's clock: without a newer token the old one is tried.
      const held = current
      const fetched = await fetchAndKeep()
      return fetched.ok ? fetched : ok(held)
    },

    async renewed(refused) {
      if (current !== null && current !== refused) return ok(current)
      const fetched = await fetchAndKeep()
      if (!fetched.ok) return fetched
      return fetched.value === refused ? fail({ kind: 'session_over' }) : fetched
    },
  }
}

const askSource = async (
  source: TokenSource,
  fetch: typeof globalThis.fetch,
): Promise<Result<string, RequestFailure>> => {
  if (source.kind === 'fixed') return ok(source.token)
  if (source.kind === 'endpoint') return askEndpoint(source.url, fetch)
  try {
    return tokenOf(await source.getToken())
  } catch {
    return fail(localFailure('session_unavailable'))
  }
}

/** The page's own endpoint: its cookies say who the user is, its answer is `{"token": "…"}`. */
const askEndpoint = async (
  url: string,
  fetch: typeof globalThis.fetch,
): Promise<Result<string, RequestFailure>> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(ENDPOINT_TIMEOUT_MS),
    })
    if (response.status === 401 || response.status === 403) return fail({ kind: 'session_over' })
    if (!response.ok) return fail(localFailure('session_unavailable'))
    return tokenOf(asObject(await response.json())?.['token'])
  } catch {
    return fail(localFailure('session_unavailable'))
  }
}

const tokenOf = (value: unknown): Result<string, RequestFailure> => {
  const token = asString(value)
  return token === null ? fail(localFailure('session_unavailable')) : ok(token)
}

/** `exp` of a JWT in epoch ms; a token that does not say is taken as lasting (RFC 7519 §4.1.4). */
export const expiresAt = (token: string): number => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const exp = asObject(JSON.parse(atob(payload)))?.['exp']
    return typeof exp === 'number' ? exp * 1000 : Infinity
  } catch {
    return Infinity
  }
}
