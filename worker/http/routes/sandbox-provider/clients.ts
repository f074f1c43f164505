/** The endpoints of OAuth clients under our public address, for backends and tests outside. */
import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../context.ts'

export const sandboxClients = new Hono<AppEnv>()

for (const path of ['/token', '/revoke', '/userinfo', '/api'] as const) {
  sandboxClients.all(path, (c) => answer(c))
}

async function answer(c: AppContext): Promise<Response> {
  const { body, headers, status } = await c.var.deps.sandboxProvider.fetch(c.req.raw)
  for (const [name, value] of headers) c.header(name, value)
  return c.newResponse(body, status as 200)
}
