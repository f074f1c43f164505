/** A widget session for the dashboard's playground: of a sandbox, for a user whom the operator makes up. */
import { issueWidgetToken } from '../../auth/widget-token.ts'
import { sessionLifetime, type Environment } from '../../domain/environment.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { livingKeyByName } from '../../storage/api-keys.ts'
import { makeApiKey, type ApiKeyFailure } from '../api-keys/manage-keys.ts'
import type { Deps } from '../deps.ts'

/** Each session has a key behind it, whose end is its end. This one's text nobody has ever seen. */
const KEY_NAME = 'Dashboard playground'

export type PlaygroundFailure = { readonly kind: 'playground_sandbox_only' } | ApiKeyFailure

export async function openPlayground(
  deps: Deps,
  environment: Environment,
  userId: string,
): Promise<Result<Secret, PlaygroundFailure>> {
  if (environment.kind !== 'sandbox') return fail({ kind: 'playground_sandbox_only' })
  const keyId = await keyIdOf(deps, environment)
  if (!keyId.ok) return keyId
  const claims = {
    environmentId: environment.id,
    apiKeyId: keyId.value,
    userId,
    permissions: [],
  }
  const keys = await deps.keyring.derive('widget-session')
  return ok(
    await issueWidgetToken(keys, claims, deps.clock(), deps.random, sessionLifetime(environment)),
  )
}

async function keyIdOf(
  deps: Deps,
  environment: Environment,
): Promise<Result<string, PlaygroundFailure>> {
  const known = await livingKeyByName(deps.db, environment.id, KEY_NAME, deps.clock())
  if (known !== undefined) return ok(known)
  const wish = { name: KEY_NAME, scopes: ['sessions:create'], expiresAt: null } as const
  const made = await makeApiKey(deps, environment, null, wish)
  return made.ok ? ok(made.value.row.id) : made
}
