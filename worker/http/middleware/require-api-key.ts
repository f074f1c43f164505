/** Lets a backend in: a key in the Authorization header, of this deployment, alive. */
import { createMiddleware } from 'hono/factory'
import { parseApiKey } from '../../auth/api-key.ts'
import { isKeyLive } from '../../domain/vend-check.ts'
import { readKey } from '../../storage/vend-checks.ts'
import { ApiError } from '../api-error.ts'
import { note, type AppContext, type AppEnv } from '../context.ts'
import { toApiError } from '../failures.ts'

export const requireApiKey = createMiddleware<AppEnv>(async function requireApiKey(c, next) {
  const { presented, id } = presentedKey(c)
  const deps = c.get('deps')
  const key = await readKey(deps.db, id)
  const isGenuine = await deps.verifyKey(presented, key?.mac ?? null)
  if (key === null || !isGenuine || !isKeyLive(key, deps.clock())) {
    throw toApiError({ kind: 'api_key_invalid' })
  }
  note(c, { key_id: key.id, environment_id: key.environment.id })
  const admitted = deps.rateLimit(key.id, deps.clock())
  if (!admitted.ok) throw toApiError(admitted.failure)
  deps.noteKeyUse(key)
  const scopes = key.scopes ?? null
  c.set('backend', { kind: 'backend', keyId: key.id, scopes, environment: key.environment })
  await next()
})

/**
 * The key as presented, its shape and checksum checked without any I/O.
 *
 * @throws ApiError 401, or 403 for a key that a browser sends
 */
export function presentedKey(c: AppContext): PresentedKey {
  refuseBrowser(c)
  return readKeyText(/^Bearer ([\w]+)$/i.exec(c.req.header('authorization') ?? '')?.[1])
}

export type PresentedKey = { readonly presented: string; readonly id: string }

/** @throws ApiError 403: only a page sends its origin */
export function refuseBrowser(c: AppContext): void {
  if (c.req.header('origin') !== undefined) {
    throw new ApiError(
      403,
      'api_key_in_browser',
      'API keys are for backends and must never be in a page. In a browser use the widget session from POST /widgets/token.',
    )
  }
}

/** @throws ApiError 401 for what is no key, or none at all */
export function readKeyText(presented: string | undefined): PresentedKey {
  const parsed = presented === undefined ? undefined : parseApiKey(presented)
  if (presented === undefined || parsed?.ok !== true) throw toApiError({ kind: 'api_key_invalid' })
  return { presented, id: parsed.value.id }
}
