/**
 * Lets a user's page in. Every refusal is 403 with a code, because on 401 the published React
 * widgets do not fetch a new token (decision 24).
 */
import { createMiddleware } from 'hono/factory'
import { verifyWidgetToken } from '../../auth/widget-token.ts'
import { isAllowedOrigin } from '../../domain/environment.ts'
import { isKeyLive, type KeySnapshot } from '../../domain/vend-check.ts'
import { StorageSilent } from '../../storage/database.ts'
import { readKey } from '../../storage/vend-checks.ts'
import type { Deps } from '../../use-cases/deps.ts'
import { ApiError } from '../api-error.ts'
import { note, type AppEnv } from '../context.ts'

export const requireWidgetSession = createMiddleware<AppEnv>(
  async function requireWidgetSession(c, next) {
    const deps = c.get('deps')
    const [, token] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (token === undefined) {
      throw new ApiError(
        403,
        'widget_token_missing',
        'This request needs a widget session. Get one on your backend with POST /widgets/token and hand it to the widget.',
      )
    }
    const keys = await deps.keyring.derive('widget-session')
    const session = await verifyWidgetToken(keys, token, deps.clock())
    if (!session.ok) throw refusal(session.failure.kind)
    const { apiKeyId, environmentId, userId, organizationId, organizationName } = session.value
    const { permissions, userLabel } = session.value
    const key = await keyOf(deps, apiKeyId)
    if (key === null || key.environment.id !== environmentId || !isKeyLive(key, deps.clock())) {
      throw refusal('widget_token_invalid')
    }
    note(c, { key_id: key.id, environment_id: environmentId })
    const origin = c.req.header('origin')
    if (origin !== undefined && !isAllowedOrigin(key.environment, origin)) {
      throw new ApiError(
        403,
        'origin_not_allowed',
        // For whoever builds the page, who sees it there: what to add where.
        `The origin ${safeOrigin(origin)} is not registered for the environment “${key.environment.name}”. Add "${safeOrigin(origin)}" to its allowed_origins: PUT /environments/${environmentId}.`,
      )
    }
    c.set('session', {
      kind: 'widget_session',
      keyId: key.id,
      environment: key.environment,
      userId,
      organizationId: organizationId ?? null,
      organizationName: organizationName ?? null,
      permissions,
      userLabel: userLabel ?? null,
    })
    await next()
  },
)

/** The key behind a session; from KV's copy while D1 is silent. */
async function keyOf(deps: Deps, keyId: string): Promise<KeySnapshot | null> {
  try {
    return await readKey(deps.db, keyId)
  } catch (error) {
    const copy = await deps.copies.readKey(keyId).catch(() => null)
    if (copy === null) throw new StorageSilent('neither D1 nor KV has the key', { cause: error })
    deps.log.warn('snapshot_from_kv', { key_id: keyId })
    return copy
  }
}

const refusal = (kind: 'widget_token_invalid' | 'widget_token_expired'): ApiError =>
  kind === 'widget_token_expired'
    ? new ApiError(
        403,
        'widget_token_expired',
        'The widget session has expired. Fetch a new one from your backend.',
      )
    : new ApiError(
        403,
        'widget_token_invalid',
        'The widget session is not valid here. Fetch a new one from your backend.',
      )

const safeOrigin = (origin: string): string => origin.replace(/[^\w.:/[\]-]/g, '·').slice(0, 200)
