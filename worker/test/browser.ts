/** A browser without a screen: one cookie jar, no redirect followed on its own. */
import { ask } from './ask.ts'
import { outsideOrigin } from './outside.ts'

export type Browser = {
  /** Sends one request to us or to the provider, with the cookies of its origin. */
  readonly send: (url: string, init?: RequestInit) => Promise<Response>
  /** Cookies as `name=value`, for a leak scan or a second browser. */
  readonly cookies: () => readonly string[]
}

export function createBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  return {
    cookies: () =>
      [...jars.values()].flatMap((jar) => [...jar].map(([n, value]) => `${n}=${value}`)),
    async send(url, init = {}) {
      const { origin } = new URL(url)
      const jar = jars.get(origin) ?? new Map<string, string>()
      jars.set(origin, jar)
      const headers = new Headers(init.headers)
      if (jar.size > 0) headers.set('cookie', [...jar].map(([n, v]) => `${n}=${v}`).join('; '))
      const request = new Request(url, { ...init, headers, redirect: 'manual' })
      const response = origin === outsideOrigin() ? await fetch(request) : await ask(request)
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';')
        const [name, value] = splitOnce(pair)
        const isGone = value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)
        if (isGone) jar.delete(name)
        else jar.set(name, value)
      }
      return response
    },
  }
}

/**
 * Walks through the provider's sign-in and consent pages.
 *
 * @returns the callback address with which the provider sends the browser back
 */
export async function consentAtProvider(
  browser: Browser,
  authorizationUrl: string,
  answer: { readonly account: string; readonly decision: 'allow' | 'deny' },
): Promise<string> {
  let url = authorizationUrl
  for (let step = 0; step < 12; step += 1) {
    const response = await browser.send(url)
    const location = response.headers.get('location')
    if (location !== null) {
      url = new URL(location, url).href
      if (new URL(url).origin !== outsideOrigin()) return url
      continue
    }
    const page = await response.text()
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="(login|consent)"/.exec(page)?.[1]
    if (action === undefined || prompt === undefined) {
      throw new Error(`the provider shows no form (${response.status}): ${page.slice(0, 300)}`)
    }
    if (prompt === 'consent' && answer.decision === 'deny') {
      url = new URL(`${new URL(action, url).pathname}/abort`, url).href
      continue
    }
    const submitted = await browser.send(new URL(action, url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt, login: answer.account, password: 'x' }).toString(),
    })
    url = new URL(submitted.headers.get('location') ?? '', url).href
  }
  throw new Error('the provider never sent the browser back')
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}
