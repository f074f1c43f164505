/** Stops what would seal or open with a key that is not the one under whose id it stands (F48). */
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'
import { toApiError } from '../failures.ts'

export const requireRightRing = createMiddleware<AppEnv>(async function requireRightRing(c, next) {
  const kid = await c.var.deps.wrongKey()
  if (kid !== null) throw toApiError({ kind: 'vault_key_wrong', kid })
  await next()
})
