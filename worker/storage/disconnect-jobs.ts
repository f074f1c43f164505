/** Jobs that disconnect many accounts, and what became of each. */
import { and, asc, eq, gt, gte, lt, lte, sql } from 'drizzle-orm'
import type { ConnectedAccount } from '../domain/integration.ts'
import { toAccount } from './connected-account-row.ts'
import type { Database, Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { connectedAccounts, IS_LIVE } from './schema/connected-accounts.ts'
import {
  disconnectJobAccounts,
  disconnectJobs,
  type DisconnectSelector,
} from './schema/disconnect-jobs.ts'

export type { DisconnectSelector }
export type DisconnectJob = typeof disconnectJobs.$inferSelect
export type AccountResult = {
  readonly accountId: string
  readonly outcome: 'disconnected' | 'already_disconnected' | 'failed'
}

export const insertDisconnectJob = (db: Database, job: DisconnectJob): Write =>
  db.insert(disconnectJobs).values(job)

export async function disconnectJobById(
  db: Database,
  environmentId: string,
  id: string,
): Promise<DisconnectJob | undefined> {
  const [row] = await db
    .select()
    .from(disconnectJobs)
    .where(and(eq(disconnectJobs.environmentId, environmentId), eq(disconnectJobs.id, id)))
  return row
}

/** What is still running in any environment, the longest untouched first. */
export const runningDisconnectJobs = (
  db: Database,
  limit: number,
): Promise<readonly DisconnectJob[]> =>
  db
    .select()
    .from(disconnectJobs)
    .where(eq(disconnectJobs.state, 'running'))
    .orderBy(asc(disconnectJobs.updatedAt))
    .limit(limit)

/** The next accounts of a job: those of its selection that were there when it began, and still live. */
export async function accountsOfJob(
  db: Database,
  job: DisconnectJob,
  limit: number,
): Promise<readonly ConnectedAccount[]> {
  const { integrationId, userId, organizationId, connectedFrom, connectedUntil } = job.selector
  const rows = await db
    .select()
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, job.environmentId),
        gt(connectedAccounts.id, job.cursor),
        lte(connectedAccounts.createdAt, job.until),
        IS_LIVE,
        integrationId === undefined
          ? undefined
          : eq(connectedAccounts.dataIntegrationId, integrationId),
        userId === undefined ? undefined : eq(connectedAccounts.userId, userId),
        organizationId === undefined
          ? undefined
          : eq(connectedAccounts.organizationId, organizationId),
        connectedFrom === undefined ? undefined : gte(connectedAccounts.createdAt, connectedFrom),
        connectedUntil === undefined ? undefined : lt(connectedAccounts.createdAt, connectedUntil),
      ),
    )
    .orderBy(asc(connectedAccounts.id))
    .limit(limit)
  return rows.map(toAccount)
}

/** Records one page of results and how far the job is. A result is replaced only if it was a failure. */
export const recordProgress = (
  db: Database,
  job: DisconnectJob,
  results: readonly AccountResult[],
): readonly Write[] => [
  ...results.map(({ accountId, outcome }) =>
    db
      .insert(disconnectJobAccounts)
      .values({
        jobId: job.id,
        environmentId: job.environmentId,
        accountId,
        outcome,
        updatedAt: job.updatedAt,
      })
      .onConflictDoUpdate({
        target: [disconnectJobAccounts.jobId, disconnectJobAccounts.accountId],
        set: { outcome, updatedAt: job.updatedAt },
        setWhere: eq(disconnectJobAccounts.outcome, 'failed'),
      }),
  ),
  db
    .update(disconnectJobs)
    .set({ cursor: job.cursor, state: job.state, updatedAt: job.updatedAt })
    .where(and(eq(disconnectJobs.environmentId, job.environmentId), eq(disconnectJobs.id, job.id))),
]

/** How many accounts have come to which end. */
export async function countResults(
  db: Database,
  job: Pick<DisconnectJob, 'environmentId' | 'id'>,
): Promise<Readonly<Record<AccountResult['outcome'], number>>> {
  const rows = await db
    .select({ outcome: disconnectJobAccounts.outcome, count: sql<number>`count(*)` })
    .from(disconnectJobAccounts)
    .where(
      and(
        eq(disconnectJobAccounts.environmentId, job.environmentId),
        eq(disconnectJobAccounts.jobId, job.id),
      ),
    )
    .groupBy(disconnectJobAccounts.outcome)
  const counts = { disconnected: 0, already_disconnected: 0, failed: 0 }
  for (const { outcome, count } of rows) counts[outcome] = count
  return counts
}

export type JobAccount = AccountResult & {
  readonly slug: string
  readonly userId: string
  readonly organizationId: string
  readonly revocation: string | null
}

/** A page of results with what became of each grant at its provider. */
export async function resultsOf(
  db: Database,
  job: Pick<DisconnectJob, 'environmentId' | 'id'>,
  page: Page,
): Promise<PageFound<JobAccount>> {
  const { where, orderBy, limit } = windowOf({ id: disconnectJobAccounts.accountId }, page)
  const rows = await db
    .select({
      accountId: disconnectJobAccounts.accountId,
      outcome: disconnectJobAccounts.outcome,
      slug: connectedAccounts.slug,
      userId: connectedAccounts.userId,
      organizationId: connectedAccounts.organizationId,
      revocation: connectedAccounts.revocation,
    })
    .from(disconnectJobAccounts)
    .innerJoin(connectedAccounts, eq(connectedAccounts.id, disconnectJobAccounts.accountId))
    .where(
      and(
        eq(disconnectJobAccounts.environmentId, job.environmentId),
        eq(disconnectJobAccounts.jobId, job.id),
        ...where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows, page, ({ accountId }) => ({ id: accountId, rank: null }))
}
