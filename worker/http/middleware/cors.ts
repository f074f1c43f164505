/**
 * Cross-origin access for the widget's routes. A preflight echoes any origin but `null`: it carries
 * no token, so it cannot know the environment. What decides is the token's environment, on the
 * request itself, and its refusal must be readable to say which origin to register.
 */
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'

const ALLOWED_HEADERS =
  'authorization, content-type, workos-widgets-type, workos-widgets-version, x-elevated-access-token'

export const cors = createMiddleware<AppEnv>(async function cors(c, next) {
  const origin = c.req.header('origin')
  c.header('Vary', 'Origin')
  if (origin !== undefined && origin !== 'null') {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', 'X-Request-ID, Retry-After')
    if (c.req.method === 'OPTIONS') {
      c.header('Access-Control-Allow-Headers', ALLOWED_HEADERS)
      c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE')
      c.header('Access-Control-Max-Age', '7200')
    }
  }
  if (c.req.method === 'OPTIONS') return c.body(null, 204)
  await next()
  return undefined
})
