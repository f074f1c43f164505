/**
 * A lease that nobody settled: its exchanger died, or could not reach the object. The second sink
 * is read first: the old refresh token is not spent again while nobody knows whether its successor
 * is already stored (security.md 4.5).
 */
import { committed } from '../domain/account-record.ts'
import type { Lease } from '../domain/grant.ts'
import type { ObjectParts } from './object-parts.ts'
import { newestEscrow } from './projection.ts'

/** `recovering`: the second sink cannot be read, so nothing may be sent yet. */
export type RefreshEnd = 'settled' | 'recovering'

/**
 * Waits for the exchanger of a lease that another life of the object granted. It may still bring
 * the answer, or have left it in the second sink; only after its deadline it counts as dead.
 */
export async function outlive(
  parts: ObjectParts,
  accountId: string,
  { id, deadline }: Lease,
): Promise<RefreshEnd | 'not_found'> {
  const { clock, timings } = parts.deps
  for (;;) {
    const leftMs = deadline - clock()
    if (leftMs <= 0) return recover(parts, accountId, id)
    if ((await adoptEscrow(parts, accountId, id)) === 'settled') return 'settled'
    await parts.settlements.wait(accountId, Math.min(leftMs, timings.leaseMs / 10))
  }
}

/**
 * Clears a lease whose exchanger is gone.
 *
 * @returns `not_found`: nobody stored an answer; one more try with the old refresh token is due
 */
export async function recover(
  parts: ObjectParts,
  accountId: string,
  leaseId: string,
): Promise<RefreshEnd | 'not_found'> {
  const end = await adoptEscrow(parts, accountId, leaseId)
  if (end !== 'not_found') return end
  const record = parts.records.get(accountId)
  if (record?.lease?.id !== leaseId) return 'settled'
  // The provider has said nothing, so nothing is proven: a refusal of the next try will be the proof.
  const isSecond = record.lease.uncertain
  const retryAt = isSecond ? parts.deps.clock() + parts.deps.timings.leaseMs : record.retryAt
  parts.records.put({ ...record, lease: null, uncertain: true, retryAt })
  return isSecond ? 'recovering' : 'not_found'
}

/** Takes from the second sink what the object was never told. */
async function adoptEscrow(
  { deps, records, decided }: ObjectParts,
  accountId: string,
  leaseId: string,
): Promise<RefreshEnd | 'not_found'> {
  const stuck = records.get(accountId)
  if (stuck?.credential == null || stuck.lease?.id !== leaseId) return 'settled'
  const escrow = await newestEscrow(deps, stuck)
  if (!escrow.ok) return 'recovering'

  // The object went on working while D1 was asked.
  const record = records.get(accountId)
  if (record?.credential == null || record.lease?.id !== leaseId) return 'settled'
  if (escrow.value === undefined || escrow.value.epoch <= record.credential.epoch) {
    return 'not_found'
  }
  const request = { v: 1 as const, accountId, leaseId, sealedClient: null }
  decided(record, committed(record, { ...request, credential: escrow.value }))
  return 'settled'
}
