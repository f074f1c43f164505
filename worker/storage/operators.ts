/** Operators and who is invited to be one. */
import { and, asc, desc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import type { Operator, Role } from '../domain/operator.ts'
import type { Database, Write } from './database.ts'
import { operatorInvitations, operators } from './schema/operators.ts'

export type Invitation = typeof operatorInvitations.$inferSelect

export async function hasOperators(db: Database): Promise<boolean> {
  const rows = await db.select({ id: operators.id }).from(operators).limit(1)
  return rows.length > 0
}

export async function operatorById(db: Database, id: string): Promise<Operator | undefined> {
  const [row] = await db.select(shown).from(operators).where(eq(operators.id, id))
  return row
}

export async function operatorByEmail(db: Database, email: string): Promise<Operator | undefined> {
  const [row] = await db.select(shown).from(operators).where(eq(operators.email, email))
  return row
}

/** All of them: people, so few. */
export const listOperators = (db: Database): Promise<Operator[]> =>
  db.select(shown).from(operators).orderBy(asc(operators.id))

const shown = {
  id: operators.id,
  name: operators.name,
  email: operators.email,
  role: operators.role,
  createdAt: operators.createdAt,
  lastSeenAt: operators.lastSeenAt,
}

/** The first one. Of several at once the unique `founder` lets one in; the batches of the others fail. */
export const insertFounder = (db: Database, operator: Operator): Write =>
  db.insert(operators).values({ ...operator, founder: 1 })

export const insertOperator = (db: Database, operator: Operator): Write =>
  db.insert(operators).values(operator)

export const updateRole = (db: Database, id: string, role: Role): Write =>
  db.update(operators).set({ role }).where(eq(operators.id, id))

export const deleteOperator = (db: Database, id: string): Write =>
  db.delete(operators).where(eq(operators.id, id))

export const noteOperatorSeen = (db: Database, id: string, now: number): Write =>
  db.update(operators).set({ lastSeenAt: now }).where(eq(operators.id, id))

/** Makes a batch fail where the operator is gone: text that is no JSON does. */
export const demandOperator = (db: Database, id: string): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'gone' END)` })
    .from(operators)
    .where(eq(operators.id, id))

/** Makes a batch fail where nobody else is an owner. */
export const demandAnotherOwner = (db: Database, id: string): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) > 0 THEN 'true' ELSE 'nobody' END)` })
    .from(operators)
    .where(and(eq(operators.role, 'owner'), ne(operators.id, id)))

export async function isAnotherOwner(db: Database, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: operators.id })
    .from(operators)
    .where(and(eq(operators.role, 'owner'), ne(operators.id, id)))
    .limit(1)
  return rows.length > 0
}

export const insertInvitation = (db: Database, invitation: Invitation): Write =>
  db.insert(operatorInvitations).values(invitation)

/** Those that can still be accepted. */
export const listInvitations = (db: Database, now: number): Promise<Invitation[]> =>
  db
    .select()
    .from(operatorInvitations)
    .where(gt(operatorInvitations.expiresAt, now))
    .orderBy(asc(operatorInvitations.id))

export async function invitationByToken(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<Invitation | undefined> {
  const [row] = await db.select().from(operatorInvitations).where(openInvitation(tokenHash, now))
  return row
}

/** The newest for an address; there are so few that no index is kept for them. */
export async function invitationByEmail(
  db: Database,
  email: string,
  now: number,
): Promise<Invitation | undefined> {
  const [row] = await db
    .select()
    .from(operatorInvitations)
    .where(and(eq(operatorInvitations.email, email), gt(operatorInvitations.expiresAt, now)))
    .orderBy(desc(operatorInvitations.id))
    .limit(1)
  return row
}

/** Makes a batch fail where somebody else has taken the invitation. */
export const demandInvitation = (db: Database, tokenHash: string, now: number): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'taken' END)` })
    .from(operatorInvitations)
    .where(openInvitation(tokenHash, now))

const openInvitation = (tokenHash: string, now: number) =>
  and(eq(operatorInvitations.tokenHash, tokenHash), gt(operatorInvitations.expiresAt, now))

/** Makes a batch fail where the invitation is not open any more. */
export const demandInvitationById = (db: Database, id: string, now: number): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 1 THEN 'true' ELSE 'gone' END)` })
    .from(operatorInvitations)
    .where(and(eq(operatorInvitations.id, id), gt(operatorInvitations.expiresAt, now)))

export const deleteInvitation = (db: Database, id: string): Write =>
  db.delete(operatorInvitations).where(eq(operatorInvitations.id, id))

/** All of an address: an older one would let somebody in again who has been removed. */
export const deleteInvitationsOf = (db: Database, email: string): Write =>
  db.delete(operatorInvitations).where(eq(operatorInvitations.email, email))

export const deleteInvitationsUntil = (db: Database, time: number): Write =>
  db.delete(operatorInvitations).where(lte(operatorInvitations.expiresAt, time))
