/**
 * Asks providers whether their addresses are still where the catalogue has them. Nothing is spent and nobody
 * is logged in: the authorization page is looked at, the token endpoint gets a code that nobody ever had.
 */
import { effectiveConfig } from '../../providers/config-fields.ts'
import { speaksOAuth, type ProviderDefinition } from '../../providers/definition.ts'
import { fillConfig, unfilledKey } from '../../providers/fill-config.ts'

export type Endpoint = 'authorization' | 'token'

export type Finding = {
  readonly slug: string
  readonly endpoint: Endpoint
  readonly url: string
  readonly verdict: Verdict
  /** The status, where it leads, or what went wrong on the way. */
  readonly detail: string
}

export type Verdict = keyof typeof VERDICTS

export const VERDICTS = {
  there: 'answers as such an endpoint does',
  moved: 'leads somewhere else for good',
  gone: 'is not there any more',
  odd: 'answers as no token endpoint does',
  trouble: 'has trouble of its own: ask again',
  unreachable: 'did not answer',
} as const

export type Asked = {
  readonly findings: readonly Finding[]
  /** Slugs whose addresses need a setting that has no default, and the setting. */
  readonly skipped: readonly (readonly [slug: string, key: string])[]
}

type Question = {
  readonly endpoint: Endpoint
  readonly url: string
  readonly slugs: readonly string[]
}

export type CheckOptions = {
  /** How many hosts are asked at once; of one host one address after the other. */
  readonly hosts: number
  readonly timeoutMs: number
  /** Between two requests to one host. */
  readonly pauseMs: number
  readonly say: (finding: Finding) => void
}

/** Each address is asked once, however many providers share it. Redirects are read, never followed. */
export async function askProviders(
  entries: readonly ProviderDefinition[],
  options: CheckOptions,
): Promise<Asked> {
  const { questions, skipped } = questionsOf(entries)
  const byHost = [...Map.groupBy(questions, ({ url }) => new URL(url).host).values()]
  const findings: Finding[] = []
  const work = async (): Promise<void> => {
    for (let own = byHost.shift(); own !== undefined; own = byHost.shift()) {
      for (const [place, question] of own.entries()) {
        if (place > 0) await pause(options.pauseMs)
        const answer = await ask(question, options.timeoutMs)
        for (const slug of question.slugs) {
          const finding = { slug, endpoint: question.endpoint, url: question.url, ...answer }
          findings.push(finding)
          options.say(finding)
        }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, options.hosts) }, work))
  return { findings, skipped }
}

function questionsOf(entries: readonly ProviderDefinition[]): {
  readonly questions: readonly Question[]
  readonly skipped: Asked['skipped']
} {
  const slugsByQuestion = new Map<string, string[]>()
  const skipped: (readonly [string, string])[] = []
  for (const entry of entries) {
    const filled = fillConfig(entry, effectiveConfig(entry.configFields))
    if (!filled.ok || !speaksOAuth(filled.value)) continue
    const missing = unfilledKey(filled.value)
    if (missing !== undefined) {
      skipped.push([entry.slug, missing])
      continue
    }
    const { authorizationUrl, token } = filled.value.oauth
    for (const [endpoint, url] of [
      ['authorization', authorizationUrl],
      ['token', token.url],
    ] as const) {
      if (url === undefined) continue
      const key = `${endpoint} ${url}`
      slugsByQuestion.set(key, [...(slugsByQuestion.get(key) ?? []), entry.slug])
    }
  }
  const questions = [...slugsByQuestion].map(([key, slugs]) => {
    const [endpoint, url = ''] = key.split(' ')
    return { endpoint: endpoint as Endpoint, url, slugs }
  })
  return { questions, skipped }
}

type Answer = Pick<Finding, 'verdict' | 'detail'>

async function ask({ endpoint, url }: Question, timeoutMs: number): Promise<Answer> {
  try {
    if (endpoint === 'token') return judgeToken(url, await send(url, 'POST', timeoutMs))
    const looked = await send(url, 'HEAD', timeoutMs)
    // Many know no HEAD, and some say of one what they say of no page.
    const isSure = looked.status < 400
    return judge(url, isSure ? looked : await send(url, 'GET', timeoutMs))
  } catch (error) {
    return { verdict: 'unreachable', detail: reasonOf(error) }
  }
}

const BOGUS = new URLSearchParams({
  grant_type: 'authorization_code',
  code: 'pipes-live-check-no-such-code',
  redirect_uri: 'https://pipes.example.com/no-such-callback',
  client_id: 'pipes-live-check-no-such-client',
})

async function send(
  url: string,
  method: 'GET' | 'HEAD' | 'POST',
  timeoutMs: number,
): Promise<Response> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      accept: 'application/json, text/html;q=0.5',
      'user-agent': 'pipes-live-check (providers:check)',
    },
    ...(method === 'POST' ? { body: BOGUS } : {}),
  })
  // What it says is of no interest; how it says it is.
  await response.body?.cancel()
  return response
}

function judge(url: string, { status, headers }: Response): Answer {
  const location = headers.get('location')
  if ((status === 301 || status === 308) && location !== null && !isSamePlace(url, location)) {
    return { verdict: 'moved', detail: new URL(location, url).href.split('?')[0] ?? '' }
  }
  if (status === 404 || status === 410) return { verdict: 'gone', detail: String(status) }
  if (status >= 500) return { verdict: 'trouble', detail: String(status) }
  return { verdict: 'there', detail: String(status) }
}

function judgeToken(url: string, response: Response): Answer {
  const { status, headers } = response
  if (status === 405 || status === 501) return { verdict: 'gone', detail: `${status} to a POST` }
  const isPage = status === 200 && /text\/html/i.test(headers.get('content-type') ?? '')
  if (isPage) return { verdict: 'odd', detail: 'a page' }
  // Whoever sends a machine to a page to log in has no token endpoint there.
  if (status === 302 || status === 303) return { verdict: 'odd', detail: `${status} to a page` }
  return judge(url, response)
}

/** A slash more, or `www.`, is the same place: their own redirects do that. */
function isSamePlace(from: string, location: string): boolean {
  const place = (url: URL): string =>
    url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '')
  return URL.canParse(location, from) && place(new URL(location, from)) === place(new URL(from))
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? (error instanceof Error ? error.name : 'unknown')
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
