/**
 * A customer's page for tests: like the demo, but any user may be signed in (the query says who, or
 * a cookie, as in a real app), and a test may decide what its session endpoint answers. It is on
 * 127.0.0.1, another site than the Worker.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PipesApi } from './pipes-api.ts'

export type SessionAnswer = { readonly status: number; readonly token?: string }

export type HostPage = {
  readonly origin: string
  /** The page as this user sees it. */
  readonly urlFor: (user: string) => string
  /** The same with the classic script, under the policy that widget/README.md asks for and not a word more. */
  readonly strictUrlFor: (user: string) => string
  /** For administrators, with one script, under the same policy. */
  readonly adminUrlFor: (user: string) => string
  /** With both elements. */
  readonly bothUrlFor: (user: string) => string
  /** A cookie by which `/` knows this user, for a browser context. */
  readonly cookieOf: (user: string) => { name: string; value: string; url: string }
  /** What the page's session endpoint answers from now on. */
  readonly answerSessions: (answer: (user: string) => Promise<SessionAnswer>) => void
  readonly close: () => Promise<void>
}

export type PageAnswer = { readonly type: string; readonly body: string; readonly policy?: string }

/** Further pages and files; undefined: there is none at this path. */
export type Pages = (
  path: string,
  query: URLSearchParams,
  pipesUrl: string,
) => PageAnswer | undefined

/**
 * @param pipes with whose key the page's backend mints sessions
 * @param pages what there is beside the pages that every test has
 */
export async function startHostPage(
  pipes: PipesApi,
  pages: Pages = () => undefined,
): Promise<HostPage> {
  let session = async (user: string): Promise<SessionAnswer> => ({
    status: 200,
    token: await pipes.widgetToken(user),
  })
  const server = createServer((request, response) => {
    void respond(request, pipes.url, (user) => session(user), pages).then(
      (answer) => send(response, answer),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: String(error) }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    urlFor: (user) => `${origin}/?user=${user}`,
    strictUrlFor: (user) => `${origin}/strict?user=${user}`,
    adminUrlFor: (user) => `${origin}/admin?user=${user}`,
    bothUrlFor: (user) => `${origin}/both?user=${user}`,
    cookieOf: (user) => ({ name: 'user', value: user, url: origin }),
    answerSessions: (answer) => {
      session = answer
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answer = PageAnswer & {
  readonly status: number
  /** Its windows lose it as soon as they are elsewhere. */
  readonly cutsWindows?: boolean
}

async function respond(
  request: IncomingMessage,
  pipesUrl: string,
  session: (user: string) => Promise<SessionAnswer>,
  pages: Pages,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const user = searchParams.get('user') ?? /\buser=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
  if (pathname === '/session') {
    const { status, token } = user === undefined ? { status: 401 } : await session(user)
    const body = token === undefined ? { message: 'Sign in first' } : { token }
    return { status, type: 'application/json', body: JSON.stringify(body) }
  }
  const strict = STRICT_PAGES.get(pathname)
  if (strict) {
    const scripts = strict.map((name) => `<script src="${pipesUrl}/${name}.js" defer></script>`)
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: pageOf(scripts.join('\n    '), searchParams, strict),
      policy: strictPolicy(pipesUrl),
    }
  }
  const other = pages(pathname, searchParams, pipesUrl)
  if (other !== undefined) return { status: 200, ...other }
  if (pathname !== '/') return { status: 404, type: 'text/plain', body: 'Not found' }
  const script = `<script type="module" src="${pipesUrl}/pipes-widget.js"></script>`
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: pageOf(script, searchParams),
    cutsWindows: searchParams.has('coop'),
  }
}

/** Which elements they hold, each by a classic script of its own. */
const STRICT_PAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['/strict', ['pipes-widget']],
  ['/admin', ['pipes-admin']],
  // The other one's Lit is there only after its script.
  ['/both', ['pipes-admin', 'pipes-widget']],
])

/** The page's own icon is all that it adds. */
const strictPolicy = (pipesUrl: string): string =>
  [
    `default-src 'none'; script-src ${pipesUrl}; connect-src 'self' ${pipesUrl}; img-src data: ${pipesUrl}`,
    `require-trusted-types-for 'script'; trusted-types lit-html`,
  ].join('; ')

const pageOf = (
  script: string,
  query: URLSearchParams,
  elements: readonly string[] = ['pipes-widget'],
): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>A page with connections</title>
    <link rel="icon" href="data:," />
    ${script}
  </head>
  <body>
    <main>
      <h1>Connections</h1>
      ${elements.map((name) => `<${name} session-url="/session?${query}"></${name}>`).join('')}
    </main>
  </body>
</html>`

function send(response: ServerResponse, { status, type, body, policy, cutsWindows }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    ...(policy !== undefined && { 'content-security-policy': policy }),
    ...(cutsWindows === true && { 'cross-origin-opener-policy': 'same-origin' }),
  })
  response.end(body)
}
