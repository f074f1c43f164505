/** Admits whoever runs the deployment, by a pass that `npm run keys` makes. */
import { createMiddleware } from 'hono/factory'
import { ApiError } from '../api-error.ts'
import type { AppEnv } from '../context.ts'

export const requireOperator = createMiddleware<AppEnv>(async function requireOperator(c, next) {
  if (c.req.header('origin') !== undefined) {
    throw new ApiError(
      403,
      'operator_pass_in_browser',
      'The deployment is not managed from a page with an operator’s pass. Use a command line.',
    )
  }
  const [, pass = ''] = /^Bearer ([\w.]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (!(await c.var.deps.verifyOperator(pass))) {
    throw new ApiError(
      401,
      'operator_pass_invalid',
      'This needs an operator’s pass, which API keys are not. npm run keys -- pass makes one from API_KEY_PEPPER; it lives for five minutes.',
    )
  }
  await next()
})
