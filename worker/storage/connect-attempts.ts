/**
 * Connect attempts. Each step is one conditional UPDATE with RETURNING: of fifty parallel
 * consumers exactly one gets the row (RFC 9700 §4.7). KV has no compare-and-set and is not used.
 */
import { and, asc, eq, gt, inArray, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Event } from '../domain/event.ts'
import type { Database } from './database.ts'
import { connectAttempts, type Candidate } from './schema/connect-attempts.ts'
import { events } from './schema/events.ts'

export type ConnectAttempt = typeof connectAttempts.$inferSelect
export type { Candidate }

type Status = ConnectAttempt['status']

const isAt = (attempt: ConnectAttempt, statuses: readonly Status[]) =>
  and(
    eq(connectAttempts.environmentId, attempt.environmentId),
    eq(connectAttempts.id, attempt.id),
    inArray(connectAttempts.status, [...statuses]),
  )

/** From these an attempt can still become a connection. */
const OPEN: readonly Status[] = ['created', 'opened', 'exchanging', 'pending']

export async function insertAttempt(db: Database, attempt: ConnectAttempt): Promise<void> {
  await db.insert(connectAttempts).values(attempt)
}

/**
 * created → opened. Undefined when the ticket was spent, expired or never existed; 256 bits of ticket
 * name the environment.
 */
export async function openAttempt(
  db: Database,
  ticketHash: string,
  opening: {
    readonly cookieHash: string
    readonly stateHash: string
    readonly sealedVerifier: string | null
    readonly verifierKey: string | null
  },
  now: number,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .update(connectAttempts)
    .set({ ...opening, status: 'opened', updatedAt: now })
    .where(
      and(
        eq(connectAttempts.ticketHash, ticketHash),
        eq(connectAttempts.status, 'created'),
        gt(connectAttempts.expiresAt, now),
      ),
    )
    .returning()
  return row
}

/** opened → exchanging: the state is spent here, before any byte goes to the provider. */
export async function claimCallback(
  db: Database,
  attempt: ConnectAttempt,
  now: number,
): Promise<boolean> {
  const rows = await db
    .update(connectAttempts)
    .set({ status: 'exchanging', config: attempt.config, updatedAt: now })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
        eq(connectAttempts.status, 'opened'),
        gt(connectAttempts.expiresAt, now),
      ),
    )
    .returning({ id: connectAttempts.id })
  return rows.length === 1
}

/** exchanging → pending: the candidate waits for the user who began. */
export async function storeCandidate(
  db: Database,
  attempt: ConnectAttempt,
  candidate: Candidate,
  completionCodeHash: string | null,
  now: number,
): Promise<boolean> {
  const rows = await db
    .update(connectAttempts)
    .set({
      status: 'pending',
      candidate,
      completionCodeHash,
      accountId: candidate.accountId,
      updatedAt: now,
    })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
        eq(connectAttempts.status, 'exchanging'),
      ),
    )
    .returning({ id: connectAttempts.id })
  return rows.length === 1
}

/**
 * pending → completed. The candidate leaves the row; repeating it changes nothing.
 *
 * @param accountId the account that it became, which another attempt may have made
 */
export const completeAttempt = (
  db: Database,
  attempt: ConnectAttempt,
  accountId: string,
  now: number,
) =>
  db
    .update(connectAttempts)
    .set({ status: 'completed', candidate: null, accountId, updatedAt: now })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
        eq(connectAttempts.status, 'pending'),
      ),
    )

/** Counts a wrong completion. Of a pending attempt `updatedAt` is when its tokens came: it stays. */
export async function countCompletionTry(db: Database, attempt: ConnectAttempt): Promise<number> {
  const [row] = await db
    .update(connectAttempts)
    .set({ completionTries: sql`${connectAttempts.completionTries} + 1` })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
      ),
    )
    .returning({ tries: connectAttempts.completionTries })
  return row?.tries ?? 0
}

/**
 * Ends an attempt that has not ended yet, and tells of it in the same transaction.
 *
 * @param more `from`: the states in which it may be ended; any open one unless told
 * @returns false when somebody else was first, or it is not in such a state
 */
export async function endAttempt(
  db: Database,
  attempt: ConnectAttempt,
  ending: { readonly status: 'failed' | 'rejected'; readonly failureCode: string },
  more: {
    readonly events: readonly Event[]
    readonly now: number
    readonly from?: readonly Status[] | undefined
  },
): Promise<boolean> {
  const { events: told, now, from = OPEN } = more
  const rowOf = (event: Event) =>
    db
      .select({
        id: sql`${event.id}`.as('id'),
        environmentId: sql`${event.environmentId}`.as('environment_id'),
        name: sql`${event.name}`.as('name'),
        data: sql`${JSON.stringify(event.data)}`.as('data'),
        createdAt: sql`${event.createdAt}`.as('created_at'),
      })
      .from(connectAttempts)
      // As the update has just left it.
      .where(
        and(
          isAt(attempt, [ending.status]),
          eq(connectAttempts.failureCode, ending.failureCode),
          eq(connectAttempts.updatedAt, now),
        ),
      )
  const [ended] = await db.batch([
    db
      .update(connectAttempts)
      .set({ ...ending, candidate: null, updatedAt: now })
      .where(isAt(attempt, from))
      .returning({ id: connectAttempts.id }),
    ...told.map((event) => db.insert(events).select(rowOf(event)).onConflictDoNothing()),
  ])
  return ended.length === 1
}

/**
 * Attempts that nobody will finish, across environments: out of time, or left in the middle of an
 * exchange by a Worker that died. The oldest first.
 *
 * @param exchangingBefore epoch milliseconds; whoever began an exchange before has been cut off
 */
export const abandonedAttempts = async (
  db: Database,
  now: number,
  exchangingBefore: number,
  limit: number,
): Promise<readonly ConnectAttempt[]> =>
  db
    .select()
    .from(connectAttempts)
    .where(
      or(
        and(lte(connectAttempts.expiresAt, now), inArray(connectAttempts.status, [...OPEN])),
        and(
          eq(connectAttempts.status, 'exchanging'),
          lte(connectAttempts.updatedAt, exchangingBefore),
        ),
      ),
    )
    .orderBy(asc(connectAttempts.expiresAt))
    .limit(limit)

/** Attempts under way for one integration. */
export const openAttemptsOf = async (
  db: Database,
  environmentId: string,
  integrationId: string,
): Promise<readonly ConnectAttempt[]> =>
  db
    .select()
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.environmentId, environmentId),
        eq(connectAttempts.dataIntegrationId, integrationId),
        inArray(connectAttempts.status, [...OPEN]),
      ),
    )
    .limit(100)

/** Removes attempts that ended long ago, across environments. An open one may hold a candidate. */
export const deleteAttemptsBefore = (db: Database, time: number) =>
  db
    .delete(connectAttempts)
    .where(and(lte(connectAttempts.expiresAt, time), notInArray(connectAttempts.status, [...OPEN])))
