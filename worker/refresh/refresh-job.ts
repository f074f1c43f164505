/** What an exchanger is given: a lease, and everything it needs while D1 is silent. */
import type { AccountRecord, Lease, SealedCredential } from '../domain/grant.ts'
import type { RefreshJob } from '../domain/object-messages.ts'
import type { Deps } from '../use-cases/deps.ts'

export const newLease = (
  epoch: number,
  uncertain: boolean,
  { clock, timings }: Pick<Deps, 'clock' | 'timings'>,
): Lease => ({ id: crypto.randomUUID(), epoch, deadline: clock() + timings.leaseMs, uncertain })

export const refreshJob = (
  record: AccountRecord,
  lease: Lease,
  credential: SealedCredential,
): RefreshJob => ({
  v: 1,
  reference: record.reference,
  slug: record.slug,
  accountId: record.accountId,
  lease,
  credential,
  clientVersionId: record.clientVersionId,
  sealedClient: record.sealedClient,
  authMethod: record.authMethod,
  config: record.config,
  spare: record.spare,
  wasHeld: record.lastFailure?.code === 'grants_refused_together',
})
