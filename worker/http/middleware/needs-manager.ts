/** Before a route: the session must be of somebody who manages its organization's connections. */
import { createMiddleware } from 'hono/factory'
import { managedOrganization } from '../../domain/principal.ts'
import { ApiError } from '../api-error.ts'
import type { AppEnv } from '../context.ts'

/** @throws ApiError 403 `widget_permission_missing` */
export const needsManager = createMiddleware<AppEnv>(async function needsManager(c, next) {
  const organizationId = managedOrganization(c.var.session)
  if (organizationId === null) {
    throw new ApiError(
      403,
      'widget_permission_missing',
      'This session may not manage an organization’s connections. For a user who may, your backend asks for one with POST /widgets/token {"user_id":…,"organization_id":…,"scopes":["widgets:pipes:manage"]}.',
    )
  }
  c.set('managed', organizationId)
  await next()
})
