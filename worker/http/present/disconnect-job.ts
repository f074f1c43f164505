import type { JobAccount } from '../../storage/disconnect-jobs.ts'
import type { DisconnectJobView } from '../../use-cases/accounts/disconnect-many.ts'
import { isoTime } from './times.ts'

/** A job that disconnects many accounts: how far it is. */
export const presentDisconnectJob = ({ job, counts }: DisconnectJobView) => ({
  object: 'disconnect_job' as const,
  id: job.id,
  state: job.state,
  counts,
  created_at: isoTime(job.createdAt),
  updated_at: isoTime(job.updatedAt),
})

/** One account of a job: what became of it, and of its grant at the provider. */
export const presentJobAccount = (account: JobAccount) => ({
  connected_account_id: account.accountId,
  provider_slug: account.slug,
  user_id: account.userId === '' ? null : account.userId,
  organization_id: account.organizationId === '' ? null : account.organizationId,
  outcome: account.outcome,
  revocation: account.revocation,
})
