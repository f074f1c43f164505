/**
 * As little of a browser as a connect needs: cookies, redirects, forms. For connections that a test
 * only presupposes, and for tests without a page.
 */
import type { PipesApi } from './pipes-api.ts'

type Visit = { readonly url: string; readonly status: number; readonly html: string }

const MAX_STEPS = 20

export type ConnectChoices = {
  readonly organization?: string
  /** Which account at the emulator; the first unless told. */
  readonly account?: string
}

/** Connects by the address that a backend gets, as its user would. */
export async function connectByHttp(
  pipes: PipesApi,
  slug: string,
  user: string,
  choices: ConnectChoices = {},
): Promise<void> {
  const browser = httpBrowser()
  const confirmation = await pipes.authorize(slug, user, choices.organization)
  const confirmed = await browser.request(confirmation, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ confirmed: true }),
  })
  const { location } = JSON.parse(confirmed.html) as { readonly location: string }
  let visit = await browser.request(location, {})
  for (let step = 0; step < MAX_STEPS && !visit.url.startsWith(pipes.url); step += 1) {
    visit = await browser.request(...formOf(visit, choices.account ?? ''))
  }
  if (visit.status !== 200 || !visit.html.includes('Connected')) {
    throw new Error(`not connected, but ${visit.status} at ${visit.url}: ${visit.html}`)
  }
}

/**
 * Consents at an emulator, with its first account, and stops before the callback.
 *
 * @param authorizationUrl the emulator's consent page
 * @returns the address that the provider would send the browser to, with code and state
 */
export async function callbackByHttp(authorizationUrl: string): Promise<string> {
  const page = await fetch(authorizationUrl)
  const form = formOf({ url: page.url, status: page.status, html: await page.text() }, '')
  const answer = await fetch(form[0], { ...form[1], redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

function httpBrowser() {
  const cookies = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url)
    const jar = cookies.get(host) ?? new Map<string, string>()
    cookies.set(host, jar)
    return jar
  }

  const once = async (url: string, init: RequestInit): Promise<Response> => {
    const jar = jarOf(url)
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  return {
    request: async (url: string, init: RequestInit): Promise<Visit> => {
      let response = await once(url, init)
      let at = url
      for (let step = 0; step < MAX_STEPS; step += 1) {
        const location = response.headers.get('location')
        if (location === null) break
        at = new URL(location, at).href
        response = await once(at, {})
      }
      return { url: at, status: response.status, html: await response.text() }
    },
  }
}

/** The page's first form with this text in it, and everything that it asks for filled in. */
function formOf({ url, html }: Visit, text: string): [string, RequestInit] {
  const forms = Array.from(html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g))
  const [, attributes = '', content = ''] = forms.find(([form]) => form.includes(text)) ?? []
  if (content === '') throw new Error(`no such form at ${url}: ${html.slice(0, 2000)}`)
  const body = new URLSearchParams()
  for (const [input] of content.matchAll(/<input[^>]*>/g)) {
    body.set(attribute(input, 'name'), attribute(input, 'value') || 'ada')
  }
  return [new URL(attribute(attributes, 'action'), url).href, { method: 'POST', body }]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(?:amp|quot|#39|#x27|lt|gt);/g,
    (entity) => ENTITIES[entity] ?? entity,
  )
