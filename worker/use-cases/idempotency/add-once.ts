/**
 * Adds a connection once for an `Idempotency-Key` (decision 36). The key's row is written before the
 * effect and holds the id of the account that the effect makes; the grant's id derives from it. So
 * whoever repeats the request, at once or hours later, makes the same account or finds it.
 */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { hmacSha256Hex, sha256Hex, verifyHmacSha256Hex } from '../../kit/digest.ts'
import { newId } from '../../kit/ids.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import { claimIdempotencyKey } from '../../storage/idempotency-keys.ts'
import type { Deps } from '../deps.ts'

/** A request that its sender may send again. */
export type RepeatableRequest = {
  /** The key as it was sent. */
  readonly key: string
  /** What is asked for: operation, owner, integration, body. It may hold secrets; an HMAC of it is kept. */
  readonly request: unknown
}

export type OnceFailure =
  /** The key was sent before, with another request. */
  | { readonly kind: 'idempotency_key_reused' }
  /** What this key has added was disconnected since. */
  | { readonly kind: 'idempotency_key_spent' }

/** The ids under which the connection is to be made, whoever makes it. */
export type ChosenIds = { readonly accountId: string; readonly grantId: string }

/**
 * @param once null: the request is not meant to be repeated, and each one adds
 * @param add makes the connection under the ids that it is given; it may run several times, also at once
 */
export async function addOnce<Failure>(
  deps: Deps,
  environmentId: string,
  once: RepeatableRequest | null,
  add: (ids: ChosenIds) => Promise<Result<ConnectedAccount, Failure>>,
): Promise<Result<ConnectedAccount, Failure | OnceFailure>> {
  const accountId = newId('data_installation', deps.clock(), deps.random)
  if (once === null) return add(idsOf(accountId))

  const claimed = await claim(deps, environmentId, once, accountId)
  if (!claimed.ok) return claimed
  const before = await accountById(deps.db, environmentId, claimed.value)
  if (before?.state === 'disconnected') return fail({ kind: 'idempotency_key_spent' })
  if (before !== undefined && before.state !== 'pending') return ok(before)

  const added = await add(idsOf(claimed.value))
  if (!added.ok) return added
  // As all others read it who send the same.
  return ok((await accountById(deps.db, environmentId, added.value.id)) ?? added.value)
}

const PURPOSE = 'idempotency-key'

async function claim(
  deps: Deps,
  environmentId: string,
  { key, request }: RepeatableRequest,
  accountId: string,
): Promise<Result<string, OnceFailure>> {
  const keys = await deps.keyring.derive(PURPOSE)
  const text = JSON.stringify(request)
  const row = await claimIdempotencyKey(deps.db, {
    environmentId,
    keyHash: await sha256Hex(key),
    fingerprint: await hmacSha256Hex(keys[0], text),
    accountId,
    createdAt: deps.clock(),
  })
  if (row.accountId === accountId) return ok(accountId)
  // It may have been made under the key that was the active one then.
  for (const signingKey of keys) {
    if (await verifyHmacSha256Hex(signingKey, row.fingerprint, text)) return ok(row.accountId)
  }
  return fail({ kind: 'idempotency_key_reused' })
}

/** Ids are ordered in time, and the grant is as old as the account: it takes over the whole of its id. */
const idsOf = (accountId: string): ChosenIds => ({
  accountId,
  grantId: accountId.replace(/^data_installation_/, 'grant_'),
})
