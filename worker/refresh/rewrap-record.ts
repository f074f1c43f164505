/** Moves what an object keeps to the ring's active key, without standing in the way of anything. */
import type { AccountRecord } from '../domain/grant.ts'
import type { RewrapOutcome } from '../domain/object-messages.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { VaultFailure } from '../vault/envelope.ts'
import { rewrapDataKey } from '../vault/rewrap.ts'
import type { ObjectParts, Whose } from './object-parts.ts'

const MAX_RACES = 5

export async function rewrapRecords(parts: ObjectParts, request: Whose): Promise<RewrapOutcome> {
  const { records, deps, ensure } = parts
  if (records.hasUnknownVersion() || !(await ensure(request))) return { kind: 'unavailable' }
  const accountIds: string[] = []
  const failures: Failure['kind'][] = []
  for (const { accountId } of records.all()) {
    const moved = await moveRecord(parts, accountId)
    if (moved.ok) {
      accountIds.push(accountId)
      continue
    }
    // One that cannot be moved keeps none of the others under the old key.
    deps.log.error('rewrap_failed', { account_id: accountId, code: moved.failure.kind })
    failures.push(moved.failure.kind)
  }
  const moved = { accountIds, keyId: deps.keyring.activeId }
  const [failure] = failures
  return failure === undefined ? { kind: 'rewrapped', ...moved } : { kind: failure, moved }
}

type Failure = VaultFailure | { readonly kind: 'unavailable' }

async function moveRecord(
  { deps, records }: ObjectParts,
  accountId: string,
): Promise<Result<null, Failure>> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const before = records.get(accountId)
    if (before === undefined) return ok(null)
    const keys = keysOf(before)
    const moved = new Map<string, string>()
    for (const { wrapped, subject } of keys) {
      const scope = { environmentId: before.reference.environmentId, subject }
      const rewrapped = await rewrapDataKey(deps.keyring, wrapped, scope)
      if (!rewrapped.ok) return rewrapped
      moved.set(wrapped, rewrapped.value)
    }
    // The object went on working meanwhile: what it keeps now is moved, or looked at again.
    const current = records.get(accountId)
    if (current === undefined) return ok(null)
    if (!keysOf(current).every(({ wrapped }) => moved.has(wrapped))) continue
    if (keys.some(({ wrapped }) => moved.get(wrapped) !== wrapped)) {
      records.put(withKeys(current, moved))
    }
    return ok(null)
  }
  return fail({ kind: 'unavailable' })
}

const keysOf = (record: AccountRecord): { wrapped: string; subject: string }[] => {
  const { accountId, credential, revoking, sealedClient, spare } = record
  return [
    credential === null ? null : { wrapped: credential.wrappedKey, subject: accountId },
    revoking === null ? null : { wrapped: revoking.credential.wrappedKey, subject: accountId },
    spare === null ? null : { wrapped: spare.wrappedKey, subject: accountId },
    sealedClient?.wrappedKey == null
      ? null
      : { wrapped: sealedClient.wrappedKey, subject: sealedClient.versionId },
  ].filter((key) => key !== null)
}

function withKeys(record: AccountRecord, moved: ReadonlyMap<string, string>): AccountRecord {
  const to = (wrapped: string): string => moved.get(wrapped) ?? wrapped
  const { credential, revoking, sealedClient, spare } = record
  return {
    ...record,
    credential:
      credential === null ? null : { ...credential, wrappedKey: to(credential.wrappedKey) },
    revoking:
      revoking === null
        ? null
        : {
            ...revoking,
            credential: { ...revoking.credential, wrappedKey: to(revoking.credential.wrappedKey) },
          },
    spare: spare === null ? null : { ...spare, wrappedKey: to(spare.wrappedKey) },
    sealedClient:
      sealedClient === null
        ? null
        : {
            ...sealedClient,
            wrappedKey: sealedClient.wrappedKey === null ? null : to(sealedClient.wrappedKey),
          },
  }
}
