/** `POST /widgets/token`: a session for the widget of a user whom the backend has authenticated. */
import { Hono } from 'hono'
import { issueWidgetToken } from '../../../auth/widget-token.ts'
import { widgetTokenRequest } from '../../../contract/connect.ts'
import { sessionLifetime } from '../../../domain/environment.ts'
import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../../context.ts'
import { needs } from '../../middleware/needs.ts'
import { parseBody } from '../../parse.ts'

export const widgetTokens = new Hono<AppEnv>()

widgetTokens.post('/token', needs('sessions:create'), async (c) => {
  const { deps, backend } = c.var
  const body = await parseBody(c, widgetTokenRequest)
  const permissions = body.scopes ?? []
  if (permissions.length > 0 && body.organization_id == null) {
    throw new ApiError(
      422,
      'organization_required',
      'A widget session with scopes manages an organization. Send organization_id.',
    )
  }
  const token = await issueWidgetToken(
    await deps.keyring.derive('widget-session'),
    {
      environmentId: backend.environment.id,
      apiKeyId: backend.keyId,
      userId: body.user_id,
      organizationId: body.organization_id ?? undefined,
      organizationName: body.organization_name ?? undefined,
      permissions,
      userLabel: body.user_label ?? undefined,
    },
    deps.clock(),
    deps.random,
    sessionLifetime(backend.environment),
  )
  return c.json({ token: token.reveal() }, 201)
})
