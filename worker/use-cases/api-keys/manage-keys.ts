/** Makes and revokes the API keys of an environment. */
import { createApiKey } from '../../auth/api-key.ts'
import type { Environment } from '../../domain/environment.ts'
import { isGranted, KEY_SCOPES, type KeyScope } from '../../domain/key-scope.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import {
  countLivingKeys,
  insertApiKey,
  revokeApiKey,
  type ApiKeyRow,
} from '../../storage/api-keys.ts'
import { commit } from '../../storage/database.ts'
import type { Deps } from '../deps.ts'

/** Living ones. */
const MAX_KEYS = 100

export type ApiKeyFailure =
  | { readonly kind: 'api_key_not_found' }
  | { readonly kind: 'api_key_scope_too_wide'; readonly scope: KeyScope }
  | { readonly kind: 'api_key_expiry_past' }
  | { readonly kind: 'too_many_api_keys'; readonly limit: number }

export type NewApiKey = {
  readonly name: string
  /** Null: everything. */
  readonly scopes: readonly KeyScope[] | null
  /** Epoch milliseconds; null: never. */
  readonly expiresAt: number | null
}

export type MadeApiKey = { readonly row: ApiKeyRow; readonly key: Secret<string> }

/**
 * @param by what whoever asks may do; null: everything. Nobody gives away more than that.
 * @returns the key itself, this once, and its row
 */
export async function makeApiKey(
  deps: Deps,
  environment: Environment,
  by: readonly KeyScope[] | null,
  { name, scopes, expiresAt }: NewApiKey,
): Promise<Result<MadeApiKey, ApiKeyFailure>> {
  const now = deps.clock()
  const tooWide = (scopes ?? KEY_SCOPES).find((scope) => !isGranted(by, scope))
  if (tooWide !== undefined) return fail({ kind: 'api_key_scope_too_wide', scope: tooWide })
  if (expiresAt !== null && expiresAt <= now) return fail({ kind: 'api_key_expiry_past' })
  if ((await countLivingKeys(deps.db, environment.id, now)) >= MAX_KEYS)
    return fail({ kind: 'too_many_api_keys', limit: MAX_KEYS })

  const mode = environment.kind === 'sandbox' ? 'test' : 'live'
  const { key, id, mac } = await createApiKey(deps.random, mode, await deps.pepper())
  const stored = { id, environmentId: environment.id, name, mac, scopes, createdAt: now, expiresAt }
  await commit(deps.db, [insertApiKey(deps.db, stored), ...(deps.alongside ?? [])])
  deps.log.info('api_key_made', { key_id: id, environment_id: environment.id })
  return ok({ key, row: { ...stored, revokedAt: null, lastUsedOn: null } })
}

/** From then on the key opens nothing new; within 30 s nothing at all (`SNAPSHOT_LIFETIME_MS`). */
export async function endApiKey(
  deps: Deps,
  environmentId: string,
  keyId: string,
): Promise<Result<ApiKeyRow, ApiKeyFailure>> {
  const row = await revokeApiKey(
    deps.db,
    { environmentId, keyId, now: deps.clock() },
    deps.alongside,
  )
  if (row === undefined) return fail({ kind: 'api_key_not_found' })
  deps.log.info('api_key_revoked', { key_id: keyId, environment_id: environmentId })
  return ok(row)
}
