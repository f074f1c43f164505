/**
 * Disconnects all accounts of a selection: of a user, an organization, an integration, a time, or of
 * a whole environment. A job goes on where it stopped: in the request that began it for some
 * seconds, then with every run of the cron job, until each account has its result.
 */
import type { Environment } from '../../domain/environment.ts'
import type { ConnectedAccount } from '../../domain/integration.ts'
import { seconds } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { errorFields } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { projectAccount } from '../../storage/connected-accounts.ts'
import { commit, type Write } from '../../storage/database.ts'
import {
  accountsOfJob,
  countResults,
  disconnectJobById,
  insertDisconnectJob,
  recordProgress,
  resultsOf,
  runningDisconnectJobs,
  type AccountResult,
  type DisconnectJob,
  type DisconnectSelector,
  type JobAccount,
} from '../../storage/disconnect-jobs.ts'
import { environmentById } from '../../storage/environments.ts'
import type { Page, PageFound } from '../../storage/page.ts'
import type { Deps } from '../deps.ts'
import { disconnect } from './disconnect.ts'

const PAGE = 20
const AT_ONCE = 5
/** Below what a caller waits for. */
const RUN_MS = seconds(20)
/** Each account takes some queries, and one run of a Worker may send D1 a thousand of them. */
const MAX_PAGES = 5
const MAX_JOBS = 2

export type DisconnectJobView = {
  readonly job: DisconnectJob
  readonly counts: Awaited<ReturnType<typeof countResults>>
}

/**
 * @param selector no member at all means every account of the environment
 * @param options `until`: accounts that are connected before this time are taken too, epoch
 * milliseconds; `writes`: what is committed together with the job
 */
export async function startDisconnectJob(
  deps: Deps,
  environment: Environment,
  selector: DisconnectSelector,
  options: { readonly until?: number; readonly writes?: readonly Write[] } = {},
): Promise<DisconnectJobView> {
  const now = deps.clock()
  const job: DisconnectJob = {
    id: newId('disconnect_job', now, deps.random),
    environmentId: environment.id,
    selector,
    cursor: '',
    state: 'running',
    until: options.until ?? now,
    createdAt: now,
    updatedAt: now,
  }
  await commit(deps.db, [insertDisconnectJob(deps.db, job), ...(options.writes ?? [])])
  deps.log.info('disconnect_job_started', { environment_id: environment.id, job: job.id })
  const ran = await runJob(deps, environment, job)
  return { job: ran, counts: await countResults(deps.db, job) }
}

export async function readDisconnectJob(
  deps: Deps,
  environmentId: string,
  id: string,
  page: Page,
): Promise<
  Result<
    DisconnectJobView & { readonly accounts: PageFound<JobAccount> },
    { kind: 'disconnect_job_not_found' }
  >
> {
  const job = await disconnectJobById(deps.db, environmentId, id)
  if (job === undefined) return fail({ kind: 'disconnect_job_not_found' })
  const [counts, accounts] = await Promise.all([
    countResults(deps.db, job),
    resultsOf(deps.db, job, page),
  ])
  return ok({ job, counts, accounts })
}

/** @returns how many accounts got a result */
export async function resumeDisconnectJobs(deps: Deps): Promise<number> {
  let count = 0
  for (const job of await runningDisconnectJobs(deps.db, MAX_JOBS)) {
    const environment = await environmentById(deps.db, job.environmentId)
    if (environment === undefined) continue
    const before = await countResults(deps.db, job)
    await runJob(deps, environment, job)
    const after = await countResults(deps.db, job)
    count += after.disconnected - before.disconnected
  }
  return count
}

async function runJob(
  deps: Deps,
  environment: Environment,
  begun: DisconnectJob,
): Promise<DisconnectJob> {
  const startedAt = deps.clock()
  let job = begun
  let hasFailures = false
  for (let page = 0; page < MAX_PAGES && deps.clock() - startedAt < RUN_MS; page += 1) {
    const accounts = await accountsOfJob(deps.db, job, PAGE)
    const results = await disconnectAll(deps, environment, accounts)
    hasFailures ||= results.some(({ outcome }) => outcome === 'failed')
    const isLastPage = accounts.length < PAGE
    const isWhole = isLastPage && begun.cursor === '' && deps.clock() >= job.until
    job = {
      ...job,
      // What could not be reached is met again when the job begins anew.
      cursor: isLastPage ? '' : (accounts.at(-1)?.id ?? ''),
      state: isWhole && !hasFailures ? 'completed' : 'running',
      updatedAt: Math.max(deps.clock(), job.updatedAt + 1),
    }
    await commit(deps.db, recordProgress(deps.db, job, results))
    if (isLastPage) break
  }
  return job
}

async function disconnectAll(
  deps: Deps,
  environment: Environment,
  accounts: readonly ConnectedAccount[],
): Promise<readonly AccountResult[]> {
  const waiting = [...accounts]
  const results: AccountResult[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.push({ accountId: next.id, outcome: await disconnectOne(deps, environment, next) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}

async function disconnectOne(
  deps: Deps,
  environment: Environment,
  account: ConnectedAccount,
): Promise<AccountResult['outcome']> {
  const reference = {
    environmentId: environment.id,
    environmentKind: environment.kind,
    integrationId: account.integrationId,
    owner: account.owner,
  }
  try {
    const { slug, id: accountId } = account
    const outcome = await disconnect(deps, { reference, slug, accountId })
    if (outcome.ok) return 'disconnected'
    if (outcome.failure.kind === 'disconnect_unavailable') return 'failed'
    // Its object knows nothing of it: a connection that was never finished, or ended just now.
    await commit(deps.db, [forgetRow(deps, account)])
    return 'already_disconnected'
  } catch (error) {
    deps.log.warn('disconnect_failed', { account_id: account.id, ...errorFields(error) })
    return 'failed'
  }
}

const forgetRow = (deps: Deps, account: ConnectedAccount) =>
  projectAccount(
    deps.db,
    {
      accountId: account.id,
      environmentId: account.environmentId,
      status: 'disconnected',
      preferred: false,
      reason: null,
      sequence: account.sequence + 1,
      scopes: [],
      grantId: null,
      clientVersionId: null,
      objectKeyId: null,
    },
    deps.clock(),
  )
