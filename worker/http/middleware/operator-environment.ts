/** Before what is of one environment: it is there. Operators see all of them; ids within are its own alone. */
import { createMiddleware } from 'hono/factory'
import { getEnvironment } from '../../use-cases/environments/manage-environments.ts'
import type { AppEnv } from '../context.ts'
import { toApiError } from '../failures.ts'
import { signedIn } from './needs-operator.ts'

/** @throws ApiError 401 `sign_in_required`, 404 `environment_not_found` */
export const operatorEnvironment = createMiddleware<AppEnv>(
  async function operatorEnvironment(c, next) {
    signedIn(c)
    const found = await getEnvironment(c.var.deps, c.req.param('environment') ?? '')
    if (!found.ok) throw toApiError(found.failure)
    c.set('environment', found.value)
    await next()
  },
)
