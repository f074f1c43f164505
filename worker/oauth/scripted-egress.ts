/** For tests: an egress that answers from a list, in order, and remembers what it was asked. */
import type { Egress, EgressAnswer, EgressRequest } from '../kit/safe-fetch.ts'

export type ScriptedEgress = {
  readonly egress: Egress
  readonly requests: readonly EgressRequest[]
}

/** One answer per request; an error is thrown as the real egress would throw it. */
export function scriptedEgress(...script: readonly (EgressAnswer | Error)[]): ScriptedEgress {
  const requests: EgressRequest[] = []
  const rest = [...script]
  return {
    requests,
    egress: async (request) => {
      requests.push(request)
      const next = rest.shift()
      if (next === undefined) throw new Error('the script has no answer for this request')
      if (next instanceof Error) throw next
      return next
    },
  }
}

/** An answer with a JSON body, or with a text as it stands. */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): EgressAnswer {
  const isText = typeof body === 'string'
  const type = isText ? 'text/plain' : 'application/json'
  return {
    status,
    headers: new Headers({ 'content-type': type, ...headers }),
    text: isText ? body : JSON.stringify(body),
  }
}
