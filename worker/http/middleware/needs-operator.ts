/** Before a route of the dashboard: whose role it takes, and whether the sign-in has to be fresh. */
import { createMiddleware } from 'hono/factory'
import { freshUntil, mayAct, type Role } from '../../domain/operator.ts'
import type { Caller } from '../../use-cases/operators/sign-in.ts'
import { ApiError } from '../api-error.ts'
import type { AppContext, AppEnv } from '../context.ts'

/** @throws ApiError 401 `sign_in_required`, 403 `role_insufficient` or `fresh_sign_in_required` */
export const needsOperator = (role: Role, sign: 'any' | 'fresh' = 'any') =>
  createMiddleware<AppEnv>(async function needsOperatorOf(c, next) {
    const { operator } = signedIn(c)
    if (!mayAct(operator.role, role)) {
      throw new ApiError(
        403,
        'role_insufficient',
        `This takes the role ${role}, and yours is ${operator.role}. An owner can change that.`,
      )
    }
    if (sign === 'fresh') demandFresh(c)
    await next()
  })

/** @throws ApiError 401 `sign_in_required` */
export function signedIn(c: AppContext): Caller {
  const { caller } = c.var
  if (caller !== null) return caller
  throw new ApiError(
    401,
    'sign_in_required',
    'This needs an operator’s session, and there is none, or it is over. Sign in.',
  )
}

/** For what only some bodies need. @throws ApiError 403 `fresh_sign_in_required` */
export function demandFresh(c: AppContext): void {
  const { session } = signedIn(c)
  if (c.var.deps.clock() < freshUntil(session)) return
  const again =
    session.method === 'access'
      ? 'Sign out of Cloudflare Access and in again'
      : 'Use your passkey once more'
  throw new ApiError(
    403,
    'fresh_sign_in_required',
    `This is done only within five minutes of signing in. ${again}; then the same request is taken.`,
  )
}
