/**
 * Connect attempts. Each step is one conditional UPDATE with RETURNING: of fifty parallel
 * consumers exactly one gets the row (RFC 9700 §4.7). KV has no compare-and-set and is not used.
 */
import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { connectAttempts, type Candidate } from './schema/connect-attempts.ts'

export type ConnectAttempt = typeof connectAttempts.$inferSelect
export type { Candidate }

export async function insertAttempt(db: Database, attempt: ConnectAttempt): Promise<void> {
  await db.insert(connectAttempts).values(attempt)
}

export async function attemptById(
  db: Database,
  environmentId: string,
  id: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .select()
    .from(connectAttempts)
    .where(and(eq(connectAttempts.environmentId, environmentId), eq(connectAttempts.id, id)))
  return row
}

/** The attempt behind a ticket. The ticket is a secret of 256 bits, so it names its environment. */
export async function attemptByTicket(
  db: Database,
  ticketHash: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .select()
    .from(connectAttempts)
    .where(eq(connectAttempts.ticketHash, ticketHash))
  return row
}

/** The attempt behind a state. As with a ticket, 256 bits name its environment. */
export async function attemptByState(
  db: Database,
  stateHash: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .select()
    .from(connectAttempts)
    .where(eq(connectAttempts.stateHash, stateHash))
  return row
}

export async function attemptByRedirectToken(
  db: Database,
  environmentId: string,
  redirectTokenHash: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .select()
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.environmentId, environmentId),
        eq(connectAttempts.redirectTokenHash, redirectTokenHash),
      ),
    )
  return row
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
    .set({ status: 'exchanging', updatedAt: now })
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

/** pending → completed. The candidate leaves the row; repeating it changes nothing. */
export const completeAttempt = (db: Database, attempt: ConnectAttempt, now: number) =>
  db
    .update(connectAttempts)
    .set({ status: 'completed', candidate: null, updatedAt: now })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
        eq(connectAttempts.status, 'pending'),
      ),
    )

/** Counts a wrong completion. The sixth ends the attempt. */
export async function countCompletionTry(
  db: Database,
  attempt: ConnectAttempt,
  now: number,
): Promise<number> {
  const [row] = await db
    .update(connectAttempts)
    .set({ completionTries: sql`${connectAttempts.completionTries} + 1`, updatedAt: now })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
      ),
    )
    .returning({ tries: connectAttempts.completionTries })
  return row?.tries ?? 0
}

/** Ends an attempt that has not ended yet. Undefined when somebody else was first. */
export async function endAttempt(
  db: Database,
  attempt: ConnectAttempt,
  status: 'failed' | 'rejected',
  failureCode: string,
  now: number,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db
    .update(connectAttempts)
    .set({ status, failureCode, candidate: null, updatedAt: now })
    .where(
      and(
        eq(connectAttempts.environmentId, attempt.environmentId),
        eq(connectAttempts.id, attempt.id),
        inArray(connectAttempts.status, ['created', 'opened', 'exchanging', 'pending']),
      ),
    )
    .returning()
  return row
}

/** Candidates that nobody completed in time, across environments: work for the sweeper. */
export const abandonedCandidates = async (
  db: Database,
  now: number,
  limit: number,
): Promise<readonly ConnectAttempt[]> =>
  db
    .select()
    .from(connectAttempts)
    .where(
      and(
        lte(connectAttempts.expiresAt, now),
        inArray(connectAttempts.status, ['created', 'opened', 'exchanging', 'pending']),
      ),
    )
    .limit(limit)

/** Removes attempts that ended long ago, across environments. */
export const deleteAttemptsBefore = (db: Database, time: number) =>
  db.delete(connectAttempts).where(lte(connectAttempts.expiresAt, time))

/** An attempt by its id in any environment; the caller must hold the cookie whose hash it keeps. */
export async function attemptByIdAnywhere(
  db: Database,
  id: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db.select().from(connectAttempts).where(eq(connectAttempts.id, id))
  return row
}
