/**
 * Before everything under `/operator`: requests of our own page only, then whose session it is. A cookie
 * goes with whatever a browser sends, so what changes something has to say by itself where it comes from
 * (Fetch Metadata, RFC 6454); SameSite alone would let sibling hosts in.
 */
import { createMiddleware } from 'hono/factory'
import { callerOf, type Caller } from '../../use-cases/operators/sign-in.ts'
import { isVouchedFor } from '../../use-cases/operators/sign-in-by-access.ts'
import { dashboardState } from '../../use-cases/operators/set-up.ts'
import { readAssertion } from '../access-header.ts'
import { ApiError } from '../api-error.ts'
import { note, type AppContext, type AppEnv } from '../context.ts'
import { toApiError } from '../failures.ts'
import { readOperatorCookie } from '../operator-cookie.ts'

export const operatorDoor = createMiddleware<AppEnv>(async function operatorDoor(c, next) {
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Content-Security-Policy', `default-src 'none'; frame-ancestors 'none'`)
  c.header('Vary', 'Cookie')
  if (!isOwnPage(c)) {
    throw new ApiError(
      403,
      'cross_site_request',
      `Only the dashboard’s own page uses this address. Open ${c.var.deps.publicUrl}/dashboard.`,
    )
  }
  const caller = await livingCaller(c)
  // A session proves that there is a dashboard; who has none learns nothing where there is not.
  if (caller === null && (await dashboardState(c.var.deps)) === 'none') {
    throw new ApiError(404, 'not_found', 'There is nothing at this address.')
  }
  if (caller !== null) note(c, { operator_id: caller.operator.id })
  c.set('caller', caller)
  await next()
})

/** A cookie is half of it where Access is in front: the other half is that Access vouches for the same person. */
async function livingCaller(c: AppContext): Promise<Caller | null> {
  const token = readOperatorCookie(c)
  const caller = token === null ? null : await callerOf(c.var.deps, token)
  if (caller === null) return null
  const vouched = await isVouchedFor(c.var.deps, caller, readAssertion(c))
  if (!vouched.ok) throw toApiError(vouched.failure)
  return vouched.value ? caller : null
}

function isOwnPage(c: AppContext): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (isRead) return (site === undefined || site === 'same-origin') && isOwn(c, origin, true)
  return site === 'same-origin' && isOwn(c, origin, false)
}

const isOwn = (c: AppContext, origin: string | undefined, mayLack: boolean): boolean =>
  origin === undefined ? mayLack : origin === c.var.deps.publicUrl
