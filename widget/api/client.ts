/** One request to the Worker: token, headers, deadline, JSON, and what a refusal means. */
import { localFailure, problem, type RequestFailure } from './problem.ts'
import { asArray, asObject, asString } from './read.ts'
import { fail, ok, type Result } from './result.ts'
import type { Session } from './session.ts'

export type Client = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Result<unknown, RequestFailure>>

const TIMEOUT_MS = 20_000

/**
 * @param input.apiUrl the Worker's origin, without a slash at its end
 * @param input.session where the bearer token comes from
 * @param input.fetch the network
 * @param input.type what the requests say that they come from
 */
export const createClient = (input: {
  readonly apiUrl: () => string
  readonly session: Session
  readonly fetch: typeof fetch
  readonly type?: 'pipes' | 'pipes-admin'
}): Client => {
  const send = async (
    token: string,
    ...[method, path, body]: Parameters<Client>
  ): Promise<Result<unknown, RequestFailure>> => {
    try {
      const response = await input.fetch(`${input.apiUrl()}/_widgets${path}`, {
        method,
        // No cache mode: the answers say no-store themselves, and 'no-store' here would skip the
        // browser's memory of preflights as well.
        credentials: 'omit',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'workos-widgets-version': '1',
          'workos-widgets-type': input.type ?? 'pipes',
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!response.ok) return fail(await refusalOf(response))
      return ok(await response.json())
    } catch (error) {
      return fail(localFailure('network', String(error)))
    }
  }

  return async (...request) => {
    const token = await input.session.token()
    if (!token.ok) return token
    const first = await send(token.value, ...request)
    if (!isTokenRefused(first)) return first

    const renewed = await input.session.renewed(token.value)
    if (!renewed.ok) return renewed
    const second = await send(renewed.value, ...request)
    return isTokenRefused(second) ? fail({ kind: 'session_over' }) : second
  }
}

const isTokenRefused = (result: Result<unknown, RequestFailure>): boolean =>
  !result.ok &&
  result.failure.kind === 'problem' &&
  (result.failure.status === 401 || result.failure.problem.code.startsWith('widget_token_'))

/** A gateway's HTML page has no code; what the status says has to do. */
const refusalOf = async (response: Response): Promise<RequestFailure> => {
  const { status } = response
  const body = asObject(await response.json().catch(() => null))
  const code = asString(body?.['code']) ?? (status === 429 ? 'rate_limited' : 'server_error')
  // What a fault of the server says about itself is of no use to the user.
  const said = asString(body?.['message'])
  const message = status < 500 ? said : null
  const fields = asArray(body?.['errors']).map(
    (error) => asString(asObject(error)?.['field']) ?? '',
  )
  const retryAfterMs = Number(response.headers.get('retry-after')) * 1000 || 0
  return {
    kind: 'problem',
    problem: problem(code, message, said ?? `HTTP ${status}`),
    status,
    fields,
    retryAfterMs,
  }
}
