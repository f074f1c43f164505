/** One connect attempt, by what whoever asks has in hand. */
import { and, eq } from 'drizzle-orm'
import type { ConnectAttempt } from './connect-attempts.ts'
import type { Database } from './database.ts'
import { connectAttempts } from './schema/connect-attempts.ts'

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

/** An attempt by its id in any environment; the caller must hold the cookie whose hash it keeps. */
export async function attemptByIdAnywhere(
  db: Database,
  id: string,
): Promise<ConnectAttempt | undefined> {
  const [row] = await db.select().from(connectAttempts).where(eq(connectAttempts.id, id))
  return row
}
