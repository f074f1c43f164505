/**
 * The widget session's token: where it comes from, and when it is fetched again.
 * It lives in this closure only; no attribute, DOM node, storage or log ever holds it.
 */
import { asObject, asString, type Json } from './read.ts'
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
 * @param source where tokens come from now; a token of an earlier source is not used any more
 * @param surroundings the network and the clock (epoch ms)
 */
export const createSession = (
  source: () => TokenSource | null,
  surroundings: { readonly fetch: typeof fetch; readonly now: () => number },
): Session => {
  let kept: { readonly token: string; readonly from: TokenSource } | null = null
  let asking: { readonly from: TokenSource; readonly answer: Answer } | null = null

  const current = (): string | null => (kept !== null && kept.from === source() ? kept.token : null)

  /** Callers that come together share one request to the page's endpoint. */
  const fetched = async (): Answer => {
    const from = source()
    if (from === null) return fail(localFailure('session_missing'))
    if (asking?.from !== from) asking = { from, answer: askSource(from, surroundings.fetch) }
    const mine = asking
    const answer = await mine.answer
    if (answer.ok) kept = { token: answer.value, from }
    if (asking === mine) asking = null
    return answer
  }

  return {
    async token() {
      const held = current()
      if (held === null) return fetched()
      if (expiresAt(held) - RENEW_BEFORE_EXPIRY_MS > surroundings.now()) return ok(held)

      // The server decides what is expired, not this machine's clock: without a newer token the old one is tried.
      const fresh = await fetched()
      return fresh.ok ? fresh : ok(held)
    },

    async renewed(refused) {
      const held = current()
      if (held !== null && held !== refused) return ok(held)
      const fresh = await fetched()
      return fresh.ok && fresh.value === refused ? fail({ kind: 'session_over' }) : fresh
    },
  }
}

type Answer = Promise<Result<string, RequestFailure>>

const askSource = async (source: TokenSource, fetch: typeof globalThis.fetch): Answer => {
  try {
    const given = await tokenOf(source, fetch)
    if (given === null) return fail({ kind: 'session_over' })
    const token = asString(given)
    return token ? ok(token) : fail(localFailure('session_unavailable', 'No token in the answer'))
  } catch (error) {
    return fail(localFailure('session_unavailable', String(error)))
  }
}

/** @returns as the page gave it, whatever it is; null: nobody is signed in. Throws where the page does */
const tokenOf = async (source: TokenSource, fetch: typeof globalThis.fetch): Promise<unknown> => {
  if (source.kind === 'fixed') return source.token
  if (source.kind === 'function') return source.getToken()
  // The page's own endpoint: its cookies say who the user is, its answer is `{"token": "…"}`.
  const response = await fetch(source.url, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(ENDPOINT_TIMEOUT_MS),
  })
  const { ok: isFine, status } = response
  if (status === 401 || status === 403) return null
  if (!isFine) throw new Error(`HTTP ${status} of ${source.url}`)
  return asObject(await response.json())?.['token']
}

/** `exp` of a JWT in epoch ms; a token that does not say is taken as lasting (RFC 7519 §4.1.4). */
export const expiresAt = (token: string): number => {
  const exp = claimsOf(token)?.['exp']
  return typeof exp === 'number' ? exp * 1000 : Infinity
}

/** What a JWT says, without a look at its signature: only to save a request that would be refused. Null: nothing. */
export const claimsOf = (token: string): Json | null => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    return asObject(JSON.parse(atob(payload)))
  } catch {
    return null
  }
}
