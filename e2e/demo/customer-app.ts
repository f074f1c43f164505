/**
 * "Acme CRM": a customer's product on another site than Pipes. It serves two pages that embed the
 * widgets under a strict content security policy, and the few routes behind it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import {
  pipesBackend,
  type PipesAccess,
  type PipesBackend,
  type Workspace,
} from './pipes-backend.ts'
import { listRepositories, WHO_AM_I } from './providers.ts'

export type CustomerAppOptions = {
  /** A free port. */
  readonly port: number
  readonly pipes: PipesAccess
  /** Base addresses of the providers' APIs by slug; here the emulators', and the Worker's own sandbox. */
  readonly providers: Readonly<Record<string, string>>
}

export type CustomerApp = { readonly url: string; readonly close: () => Promise<void> }

type Answer = {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const FILES: Readonly<Record<string, string>> = {
  '/app.css': 'text/css; charset=utf-8',
  '/app.js': 'text/javascript; charset=utf-8',
  '/favicon.svg': 'image/svg+xml',
}

export async function startCustomerApp(options: CustomerAppOptions): Promise<CustomerApp> {
  const url = `http://127.0.0.1:${options.port}`
  const pipes = pipesBackend(options.pipes)
  const server = createServer((request, response) => {
    void respond(request, options, pipes, url).then((answer) => send(response, answer))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Whatever goes wrong behind a route is told to the page, which shows it. */
async function respond(
  request: IncomingMessage,
  options: CustomerAppOptions,
  pipes: PipesBackend,
  ownOrigin: string,
): Promise<Answer> {
  try {
    return await route(request, options, pipes, ownOrigin)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return json(502, { state: 'failed', message })
  }
}

async function route(
  request: IncomingMessage,
  options: CustomerAppOptions,
  pipes: PipesBackend,
  ownOrigin: string,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', ownOrigin)
  const workspace: Workspace = searchParams.get('workspace') === 'acme' ? 'acme' : 'personal'

  if (request.method === 'POST' && pathname === '/pipes-session') {
    // Here a real app checks its own session. Another site's page must not get a token either.
    if (request.headers.origin !== ownOrigin) return json(403, { message: 'Not from this page' })
    const isAdmin = searchParams.get('as') === 'administrator'
    const token = isAdmin ? pipes.adminToken() : pipes.widgetToken(workspace)
    return json(200, { token: await token })
  }
  if (request.method !== 'GET') return json(405, { message: 'Method not allowed' })
  if (pathname === '/') return page('index.html', options.pipes.url, workspace)
  if (pathname === '/admin') return page('admin.html', options.pipes.url, 'acme')
  if (pathname === '/api/repos') return repositories(pipes, options, workspace)
  if (pathname.startsWith('/api/accounts/')) {
    return account(pipes, options, pathname.slice('/api/accounts/'.length), workspace)
  }
  const type = FILES[pathname]
  if (type !== undefined) return { status: 200, type, body: await file(pathname.slice(1)) }
  return json(404, { message: 'Not found' })
}

/** WorkOS's own example: ask for the token, look at what is missing, call the provider. */
async function repositories(
  pipes: PipesBackend,
  options: CustomerAppOptions,
  workspace: Workspace,
): Promise<Answer> {
  const outcome = await pipes.accessToken('github', workspace)
  if (outcome.state !== 'connected') return json(200, { state: outcome.state })
  if (outcome.missingScopes.includes('repo')) {
    return json(200, { state: 'missing_scopes', scopes: outcome.missingScopes })
  }
  const baseUrl = options.providers['github'] ?? 'https://api.github.com'
  return json(200, {
    state: 'connected',
    repositories: await listRepositories(outcome.token, baseUrl),
  })
}

async function account(
  pipes: PipesBackend,
  options: CustomerAppOptions,
  slug: string,
  workspace: Workspace,
): Promise<Answer> {
  const whoAmI = WHO_AM_I[slug]
  const baseUrl = options.providers[slug]
  if (whoAmI === undefined || baseUrl === undefined) return json(404, { message: 'Not found' })
  const outcome = await pipes.accessToken(slug, workspace)
  if (outcome.state !== 'connected') return json(200, { state: outcome.state })
  return json(200, { state: 'connected', label: await whoAmI(outcome.token, baseUrl) })
}

async function page(name: string, pipesUrl: string, workspace: Workspace): Promise<Answer> {
  const template = (await file(name)).toString('utf8')
  const body = template.replaceAll('{{pipes}}', pipesUrl).replaceAll('{{workspace}}', workspace)
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'content-security-policy': contentSecurityPolicy(pipesUrl) },
  }
}

/** As strict as a careful customer's: the widget needs its script, its API and its icons. */
const contentSecurityPolicy = (pipesUrl: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${pipesUrl}`,
    "style-src 'self'",
    `connect-src 'self' ${pipesUrl}`,
    `img-src 'self' ${pipesUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')

const file = (name: string): Promise<Buffer> => readFile(new URL(`public/${name}`, import.meta.url))

const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...answer.headers,
  })
  response.end(answer.body)
}
