/** Gives each request its id, its dependencies, its headers and its one log line. */
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { createDeps } from '../../runtime/create-deps.ts'
import type { AppEnv } from '../context.ts'

export const requestContext = createMiddleware<AppEnv>(async function requestContext(c, next) {
  const startedAt = Date.now()
  const requestId = `req_${crypto.randomUUID()}`
  c.set('requestId', requestId)
  c.set('logged', {})
  // Before the handler: on a finished response Hono makes a new one for each header. Before the
  // dependencies, too: an answer that says what is misconfigured has its id like any other.
  c.header('X-Request-ID', requestId)
  c.header('Cache-Control', 'no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  const deps = createDeps(c.env, c.executionCtx, c.req.url)
  c.set('deps', deps)
  await next()

  // Once here, for the answers that a route made by itself, too.
  if (deps.publicUrl.startsWith('https:')) {
    c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
  if (!deps.log.isOn('info')) return
  deps.log.info('request', {
    request_id: requestId,
    // The template, never the address: that may hold a ticket or a state.
    route: matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none',
    method: c.req.method,
    status: c.res.status,
    duration_ms: Date.now() - startedAt,
    ...c.get('logged'),
  })
})
