/**
 * The one `fetch` that the strict library is given. Going out it says what this provider wants said,
 * coming back it turns what this provider answers into what the specification knows. It is the same
 * function for every provider; the differences are data (`worker/providers/definition.ts`).
 */
import type { CustomFetchOptions } from 'oauth4webapi'
import type { Egress, EgressAnswer, EgressRequest } from '../kit/safe-fetch.ts'
import type { OAuthProvider } from '../providers/definition.ts'
import { renamed } from './renamed.ts'
import { normaliseTokenAnswer } from './token-answer.ts'
import type { TokenGrant } from './token-failure.ts'

export type ProviderFetch = {
  readonly fetch: (
    url: string,
    init: CustomFetchOptions<'POST', URLSearchParams>,
  ) => Promise<Response>
  /** What the provider really answered; undefined before it did. */
  readonly answer: () => EgressAnswer | undefined
}

/** @returns a fetch for one token request: ask `answer()` afterwards, then throw it away */
export function providerFetch(
  egress: Egress,
  definition: OAuthProvider,
  grant: TokenGrant,
): ProviderFetch {
  let received: EgressAnswer | undefined
  return {
    answer: () => received,
    fetch: async (url, init) => {
      received = await egress(tokenRequest(definition, url, init, methodOf(definition, grant)))
      return normaliseTokenAnswer(definition, grant, received)
    },
  }
}

const methodOf = ({ oauth: { token } }: OAuthProvider, grant: TokenGrant): 'GET' | 'POST' =>
  grant === 'upgrade' || (grant === 'refresh' && token.refreshMethod === 'GET') ? 'GET' : 'POST'

function tokenRequest(
  { oauth: { token, rename } }: OAuthProvider,
  url: string,
  init: CustomFetchOptions<'POST', URLSearchParams>,
  method: 'GET' | 'POST',
): EgressRequest {
  const headers = new Headers(init.headers)
  // The library names itself where the platform does not; the egress names us instead.
  headers.delete('user-agent')
  for (const [name, value] of Object.entries(token.headers)) headers.set(name, value)
  const params = renamed(init.body, rename)
  if (method === 'GET') {
    headers.delete('content-type')
    const signal = init.signal === undefined ? {} : { signal: init.signal }
    const joint = url.includes('?') ? '&' : '?'
    return { url: `${url}${joint}${params.toString()}`, method, headers, ...signal }
  }
  if (token.bodyFormat === 'json') headers.set('content-type', 'application/json')
  return {
    url,
    method: init.method,
    headers,
    body:
      token.bodyFormat === 'json' ? JSON.stringify(Object.fromEntries(params)) : params.toString(),
    ...(init.signal === undefined ? {} : { signal: init.signal }),
  }
}
