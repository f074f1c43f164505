/** What the cron trigger starts: every job by itself, so that one that fails stops no other. */
import { errorFields } from '../kit/log.ts'
import { resumeDisconnectJobs } from '../use-cases/accounts/disconnect-many.ts'
import { forgetDisconnected } from '../use-cases/accounts/forget-disconnected.ts'
import { sweepCare } from '../use-cases/accounts/sweep-care.ts'
import { sweepAttempts } from '../use-cases/connect/sweep-attempts.ts'
import type { Deps } from '../use-cases/deps.ts'
import { sweepIdempotencyKeys } from '../use-cases/idempotency/sweep-keys.ts'
import { sweepSessions } from '../use-cases/operators/sign-in.ts'
import { sweepRevocations } from '../use-cases/tokens/queued-revocations.ts'

/** A job says how much it has done. Run twice, or at once, it does nothing twice. */
const JOBS: Readonly<Record<string, (deps: Deps) => Promise<number>>> = {
  sweep_attempts: sweepAttempts,
  forget_disconnected: forgetDisconnected,
  disconnect_jobs: resumeDisconnectJobs,
  sweep_revocations: sweepRevocations,
  sweep_care: sweepCare,
  sweep_idempotency_keys: sweepIdempotencyKeys,
  sweep_sessions: sweepSessions,
}

export async function runJobs(deps: Deps): Promise<void> {
  for (const [job, work] of Object.entries(JOBS)) {
    try {
      deps.log.info('job_done', { job, count: await work(deps) })
    } catch (error) {
      deps.log.error('job_failed', { job, ...errorFields(error) })
    }
  }
}
