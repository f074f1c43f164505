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
  const isEchoed = origin !== undefined && origin !== 'null'
  if (c.req.method === 'OPTIONS') {
    c.header('Vary', 'Origin')
    if (isEchoed) {
      c.header('Access-Control-Allow-Origin', origin)
      c.header('Access-Control-Allow-Headers', ALLOWED_HEADERS)
      c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE')
      c.header('Access-Control-Max-Age', '7200')
    }
    return c.body(null, 204)
  }
  await next()
  c.header('Vary', 'Origin')
  if (isEchoed) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Expose-Headers', 'X-Request-ID, Retry-After')
  }
  return undefined
})
