/** Whether a presented key may have what it asks for, as far as the isolate's snapshot knows the key. */
import { isGranted, type KeyScope } from '../../domain/key-scope.ts'
import type { RateLimited } from '../../domain/rate-limit.ts'
import { isKeyLive, type KeySnapshot } from '../../domain/vend-check.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Deps } from '../deps.ts'

export type KeyClaim = {
  readonly presentedKey: string
  /** What the key must be allowed; `tokens:read` unless told. */
  readonly scope?: KeyScope
  /** This request has been counted against the key's limit already. */
  readonly isCounted?: true
}

export type KeyRefused =
  | { readonly kind: 'api_key_invalid' }
  | { readonly kind: 'key_scope_missing'; readonly scope: KeyScope }
  | RateLimited

/** @param key null where there is none of this id; the answer then takes as long */
export async function admitKey(
  deps: Deps,
  { presentedKey, scope = 'tokens:read', isCounted }: KeyClaim,
  key: KeySnapshot | null,
): Promise<Result<KeySnapshot, KeyRefused>> {
  const isGenuine = await deps.verifyKey(presentedKey, key?.mac ?? null)
  if (key === null || !isGenuine || !isKeyLive(key, deps.clock())) {
    return fail({ kind: 'api_key_invalid' })
  }
  const admitted = isCounted === true ? ok(null) : deps.rateLimit(key.id, deps.clock())
  if (!admitted.ok) return admitted
  if (!isGranted(key.scopes, scope)) return fail({ kind: 'key_scope_missing', scope })
  deps.noteKeyUse(key)
  return ok(key)
}
