/** Gives each request its id, its dependencies, its headers and its one log line. */
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { newId } from '../../kit/ids.ts'
import { createDeps } from '../../runtime/create-deps.ts'
import type { AppEnv } from '../context.ts'

export const requestContext = createMiddleware<AppEnv>(async function requestContext(c, next) {
  const startedAt = Date.now()
  const requestId = newId('req', startedAt)
  c.set('requestId', requestId)
  c.set('logged', {})
  const deps = createDeps(c.env, c.executionCtx, c.req.url)
  c.set('deps', deps)
  await next()

  c.header('X-Request-ID', requestId)
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  deps.log.info('request', {
    request_id: requestId,
    route: routePath(c, -1),
    method: c.req.method,
    status: c.res.status,
    duration_ms: Date.now() - startedAt,
    ...c.get('logged'),
  })
})
