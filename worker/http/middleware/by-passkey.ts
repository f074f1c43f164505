/** Before a route of passkeys: they sign nobody in where Cloudflare Access does. */
import { createMiddleware } from 'hono/factory'
import { ApiError } from '../api-error.ts'
import type { AppEnv } from '../context.ts'

/** @throws ApiError 403 `passkeys_off` */
export const byPasskey = createMiddleware<AppEnv>(async function byPasskey(c, next) {
  if (c.var.deps.access !== null) {
    throw new ApiError(
      403,
      'passkeys_off',
      'Operators of this deployment sign in through Cloudflare Access, so passkeys and set-up tokens open nothing.',
    )
  }
  await next()
})
