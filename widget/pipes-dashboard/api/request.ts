/**
 * One request to `/operator`: cookie, JSON, deadline, and what a refusal means. A session that is over is no refusal: the
 * person signs in over whatever is on the screen, and the same request goes out again, so that nothing typed is lost.
 */
import { asArray, asObject, asString } from '../../api/read.ts'
import { fail, ok, type Result } from '../../api/result.ts'

export type Refusal = {
  /** 0: nobody answered. */
  readonly status: number
  readonly code: string
  readonly message: string
  /** What is wrong with each field, by its path on the wire. */
  readonly fields: ReadonlyMap<string, string>
}

export type Answer<T> = Promise<Result<T, Refusal>>

export type Send = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  options?: { readonly ifMatch?: string },
) => Answer<T>

/** Why the person has to show their passkey: the session is over, or this asks for a fresh one. */
export type SignInReason = 'expired' | 'fresh'

const TIMEOUT_MS = 30_000

/**
 * @param around.signIn asks the person; false when they would rather not
 * @param around.roleRefused is told when the person may less than the page has thought
 * @param around.fetch the network
 */
export const createSend = (around: {
  readonly signIn: (reason: SignInReason) => Promise<boolean>
  readonly roleRefused?: () => void
  readonly fetch: typeof fetch
}): Send => {
  const once: Send = async (method, path, body, { ifMatch } = {}) => {
    try {
      const response = await around.fetch(`/operator${path}`, {
        method,
        credentials: 'same-origin',
        headers: {
          // Without a body, too: it is part of what keeps other sites out.
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
          // Cloudflare Access answers 401 then, and not with its sign-in page on another site.
          'x-requested-with': 'XMLHttpRequest',
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      })
      if (!response.ok) return fail(await refusalOf(response))
      return ok(response.status === 204 ? null : await response.json()) as Result<never, never>
    } catch {
      return fail(offline(method))
    }
  }

  return async (...request) => {
    const first = await once<never>(...request)
    const reason = first.ok ? null : reasonToSignIn(first.failure)
    const isAgain = reason !== null && (await around.signIn(reason))
    const answer = isAgain ? await once<never>(...request) : first
    if (!answer.ok && answer.failure.code === 'role_insufficient') around.roleRefused?.()
    return answer
  }
}

const reasonToSignIn = ({ code }: Refusal): SignInReason | null =>
  code === 'sign_in_required' ? 'expired' : code === 'fresh_sign_in_required' ? 'fresh' : null

/** A change that nobody confirmed may have been made all the same: only its answer may be lost. */
const offline = (method: 'GET' | 'POST' | 'PUT' | 'DELETE'): Refusal => {
  const trouble = navigator.onLine ? 'Pipes does not answer.' : 'This device is offline.'
  const remedy =
    method === 'GET'
      ? 'Try again in a moment.'
      : 'It may have been done or not: look before you try again. What you typed is still here.'
  return { status: 0, code: 'offline', message: `${trouble} ${remedy}`, fields: new Map() }
}

/** A gateway's page has neither code nor words; 401 is that of Cloudflare Access, whose session is over. */
const refusalOf = async (response: Response): Promise<Refusal> => {
  const body = asObject(await response.json().catch(() => null))
  const fields = asArray(body?.['errors']).flatMap((error): [string, string][] => {
    const [field, message] = [asObject(error)?.['field'], asObject(error)?.['message']]
    return typeof field === 'string' && typeof message === 'string' ? [[field, message]] : []
  })
  return {
    status: response.status,
    code: asString(body?.['code']) ?? (response.status === 401 ? 'sign_in_required' : 'no_answer'),
    message: asString(body?.['message']) ?? `Pipes answered with status ${response.status}.`,
    fields: new Map(fields),
  }
}
