/** The session that a route of the browser's API is for. */
import type { Harness } from './harness.ts'
import type { WidgetRoute } from './widget-routes.ts'
import { expectJson } from './wire.ts'

const MANAGE = 'widgets:pipes:manage'

/** Of `user_1`, within `org_1` where the route is of an organization. */
export function sessionFor(
  h: Harness,
  { session }: WidgetRoute,
  { user = 'user_1', organization = 'org_1' } = {},
): Promise<string> {
  if (session === undefined) return h.widgetToken(user)
  return session === 'member' ? h.widgetToken(user, organization) : manager(h, organization, user)
}

/** Of somebody who manages the connections of an organization. */
export async function manager(h: Harness, organization = 'org_1', user = 'user_1') {
  const body = { user_id: user, organization_id: organization, scopes: [MANAGE] }
  const made = await h.api('POST', '/widgets/token', body)
  return (await expectJson<{ token: string }>(made, 201)).token
}
