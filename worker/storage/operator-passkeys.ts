/** Public keys of operators' passkeys, and how often a set-up token was missed. */
import { and, asc, eq, gte, ne, sql } from 'drizzle-orm'
import { MAX_SETUP_FAILURES } from '../domain/operator.ts'
import type { Database, Write } from './database.ts'
import { operatorPasskeys, setupFailures } from './schema/operators.ts'

export type Passkey = typeof operatorPasskeys.$inferSelect

export async function passkeyByCredential(
  db: Database,
  credentialId: string,
): Promise<Passkey | undefined> {
  const [row] = await db
    .select()
    .from(operatorPasskeys)
    .where(eq(operatorPasskeys.credentialId, credentialId))
  return row
}

export const passkeysOf = (db: Database, operatorId: string): Promise<Passkey[]> =>
  db
    .select()
    .from(operatorPasskeys)
    .where(eq(operatorPasskeys.operatorId, operatorId))
    .orderBy(asc(operatorPasskeys.id))

export const insertPasskey = (db: Database, passkey: Passkey): Write =>
  db.insert(operatorPasskeys).values({ ...passkey, transports: [...passkey.transports] })

/** Of two at once the higher counter stays: a copy of the authenticator must not find room below it. */
export const notePasskeyUse = (
  db: Database,
  id: string,
  {
    counter,
    ...use
  }: { readonly counter: number; readonly isSynced: boolean; readonly lastUsedAt: number },
): Write =>
  db
    .update(operatorPasskeys)
    .set({ ...use, counter: sql`max(${operatorPasskeys.counter}, ${counter})` })
    .where(eq(operatorPasskeys.id, id))

export const renamePasskey = (db: Database, id: string, operatorId: string, name: string): Write =>
  db
    .update(operatorPasskeys)
    .set({ name })
    .where(and(eq(operatorPasskeys.id, id), eq(operatorPasskeys.operatorId, operatorId)))

export const deletePasskey = (db: Database, id: string, operatorId: string): Write =>
  db
    .delete(operatorPasskeys)
    .where(and(eq(operatorPasskeys.id, id), eq(operatorPasskeys.operatorId, operatorId)))

export const deletePasskeysOf = (db: Database, operatorId: string): Write =>
  db.delete(operatorPasskeys).where(eq(operatorPasskeys.operatorId, operatorId))

/** Makes a batch fail where the operator has no other passkey. */
export const demandAnotherPasskey = (db: Database, id: string, operatorId: string): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) > 0 THEN 'true' ELSE 'none' END)` })
    .from(operatorPasskeys)
    .where(and(eq(operatorPasskeys.operatorId, operatorId), ne(operatorPasskeys.id, id)))

/** How often a set-up token was missed. */
export async function setupFailuresOf(db: Database, tokenHash: string): Promise<number> {
  const [row] = await db.select().from(setupFailures).where(eq(setupFailures.tokenHash, tokenHash))
  return row?.failures ?? 0
}

export const countSetupFailure = (db: Database, tokenHash: string): Write =>
  db
    .insert(setupFailures)
    .values({ tokenHash, failures: 1 })
    .onConflictDoUpdate({
      target: setupFailures.tokenHash,
      set: { failures: sql`${setupFailures.failures} + 1` },
    })

/** Makes a batch fail where the token was missed too often: of many at once no more are counted. */
export const demandUnlocked = (db: Database, tokenHash: string): Write =>
  db
    .select({ held: sql`json(CASE WHEN count(*) = 0 THEN 'true' ELSE 'locked' END)` })
    .from(setupFailures)
    .where(
      and(eq(setupFailures.tokenHash, tokenHash), gte(setupFailures.failures, MAX_SETUP_FAILURES)),
    )

/** A token that was used opens nothing more, whatever becomes of its operator. */
export const spendSetupToken = (db: Database, tokenHash: string): Write =>
  db
    .insert(setupFailures)
    .values({ tokenHash, failures: MAX_SETUP_FAILURES })
    .onConflictDoUpdate({
      target: setupFailures.tokenHash,
      set: { failures: MAX_SETUP_FAILURES },
    })
