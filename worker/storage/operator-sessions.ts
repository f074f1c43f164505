/** Sessions of operators. One that is over has no row. */
import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { Operator, OperatorSession } from '../domain/operator.ts'
import type { Database, Write } from './database.ts'
import { operators, operatorSessions, spentChallenges } from './schema/operators.ts'

/** The session of a cookie, with its operator as he is now. */
export async function sessionByToken(
  db: Database,
  tokenHash: string,
): Promise<{ readonly session: OperatorSession; readonly operator: Operator } | undefined> {
  const [row] = await db
    .select()
    .from(operatorSessions)
    .innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
    .where(eq(operatorSessions.tokenHash, tokenHash))
  return row === undefined ? undefined : { session: row.operator_sessions, operator: row.operators }
}

export const sessionsOf = (db: Database, operatorId: string): Promise<OperatorSession[]> =>
  db
    .select()
    .from(operatorSessions)
    .where(eq(operatorSessions.operatorId, operatorId))
    .orderBy(desc(operatorSessions.id))

export const insertSession = (
  db: Database,
  session: OperatorSession & { readonly tokenHash: string },
): Write => db.insert(operatorSessions).values(session)

export const noteSessionSeen = (db: Database, id: string, now: number): Write =>
  db.update(operatorSessions).set({ lastSeenAt: now }).where(eq(operatorSessions.id, id))

/** @param operatorId whose it has to be */
export const deleteSession = (db: Database, id: string, operatorId: string): Write =>
  db
    .delete(operatorSessions)
    .where(and(eq(operatorSessions.id, id), eq(operatorSessions.operatorId, operatorId)))

/** @param except one that stays */
export const deleteSessionsOf = (db: Database, operatorId: string, except?: string): Write =>
  db
    .delete(operatorSessions)
    .where(
      and(
        eq(operatorSessions.operatorId, operatorId),
        except === undefined ? undefined : ne(operatorSessions.id, except),
      ),
    )

/** A challenge that comes a second time makes its batch fail. */
export const spendChallenge = (
  db: Database,
  spent: { readonly hash: string; readonly expiresAt: number },
): Write => db.insert(spentChallenges).values(spent)

export async function isChallengeSpent(db: Database, hash: string): Promise<boolean> {
  const rows = await db.select().from(spentChallenges).where(eq(spentChallenges.hash, hash))
  return rows.length > 0
}

/** @returns how many rows are gone */
export async function deleteEndedSessions(db: Database, now: number): Promise<number> {
  const [sessions, challenges] = await db.batch([
    db
      .delete(operatorSessions)
      .where(lt(operatorSessions.expiresAt, now))
      .returning({ id: operatorSessions.id }),
    db
      .delete(spentChallenges)
      .where(lt(spentChallenges.expiresAt, now))
      .returning({ hash: spentChallenges.hash }),
  ])
  return sessions.length + challenges.length
}
