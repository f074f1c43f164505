/**
 * Which ring key wraps what, in all environments: for counting, for moving, and for refusing to retire
 * a key that is in use. A wrapped key names its ring key at its front, so an index finds it by range.
 */
import { and, asc, eq, gt, gte, lt, or, sql } from 'drizzle-orm'
import type { Database, Write } from './database.ts'
import { endOfFront, isFront, wholeKeys, type RowPlace } from './key-place.ts'
import { connectAttempts } from './schema/connect-attempts.ts'
import { connectedAccounts, credentialVersions } from './schema/connected-accounts.ts'
import { clientVersions } from './schema/data-integrations.ts'
import { revocations } from './schema/revocations.ts'

/** No id of ours begins with it. */
const END_OF_IDS = '~'

type Column =
  | typeof credentialVersions.wrappedKey
  | typeof clientVersions.wrappedKey
  | typeof revocations.wrappedKey
  | typeof connectAttempts.verifierKey

/** `/` follows `.` in ASCII: the range holds what begins with `w1.<kid>.`. */
const under = (column: Column, kid: string) =>
  and(gte(column, `w1.${kid}.`), lt(column, `w1.${kid}/`))

// Not LIKE, to which `_` is any letter and `K` the same as `k`.
const candidateUnder = (kid: string) => {
  const wrapped = sql<string>`json_extract(${connectAttempts.candidate}, '$.wrappedKey')`
  return and(gte(wrapped, `w1.${kid}.`), lt(wrapped, `w1.${kid}/`))
}

/** How many rows and objects need a key; rows of all environments. */
export async function countKeyUse(
  db: Database,
  kid: string,
): Promise<{ readonly rows: number; readonly objects: number }> {
  const count = { count: sql<number>`count(*)` }
  const [versions, clients, queued, attempts, objects] = await db.batch([
    db.select(count).from(credentialVersions).where(under(credentialVersions.wrappedKey, kid)),
    db.select(count).from(clientVersions).where(under(clientVersions.wrappedKey, kid)),
    db.select(count).from(revocations).where(under(revocations.wrappedKey, kid)),
    db
      .select(count)
      .from(connectAttempts)
      .where(or(under(connectAttempts.verifierKey, kid), candidateUnder(kid))),
    db.select(count).from(connectedAccounts).where(eq(connectedAccounts.objectKeyId, kid)),
  ])
  const rows = [versions, clients, queued, attempts].reduce(
    (sum, [row]) => sum + (row?.count ?? 0),
    0,
  )
  return { rows, objects: objects[0]?.count ?? 0 }
}

/** One wrapped key in a row: whose it is, and the write that puts another in its place. */
export type WrappedRow = {
  readonly environmentId: string
  /** The row that the key belongs to, as the envelope names it. */
  readonly subject: string
  readonly wrapped: string
  /** Changes nothing if the row is not as it was read. */
  readonly replace: (wrapped: string) => Write
}

/**
 * Some rows that a key wraps, in any environment, behind a place: what cannot be moved stays where it is,
 * and must not hide what comes after it.
 *
 * @param limit of each table
 * @returns the rows, and the place behind them
 */
export async function rowsUnderKey(
  db: Database,
  kid: string,
  place: RowPlace,
  limit: number,
): Promise<{ readonly rows: readonly WrappedRow[]; readonly next: RowPlace }> {
  const [versions, clients, queued, attempts] = await db.batch([
    db
      .select()
      .from(credentialVersions)
      .where(behind(credentialVersions.wrappedKey, kid, place.versions))
      .orderBy(asc(credentialVersions.wrappedKey))
      .limit(limit),
    db
      .select()
      .from(clientVersions)
      .where(behind(clientVersions.wrappedKey, kid, place.clients))
      .orderBy(asc(clientVersions.wrappedKey))
      .limit(limit),
    db
      .select()
      .from(revocations)
      .where(behind(revocations.wrappedKey, kid, place.revocations))
      .orderBy(asc(revocations.wrappedKey))
      .limit(limit),
    db
      .select()
      .from(connectAttempts)
      .where(
        and(
          gt(connectAttempts.id, place.attempts ?? END_OF_IDS),
          or(under(connectAttempts.verifierKey, kid), candidateUnder(kid)),
        ),
      )
      .orderBy(asc(connectAttempts.id))
      .limit(limit),
  ])
  const ofVersions = wholeKeys(versions, limit)
  const ofClients = wholeKeys(clients, limit)
  const ofRevocations = wholeKeys(queued, limit)
  return {
    rows: [
      ...ofVersions.rows.map((row) => versionRow(db, row)),
      ...ofClients.rows.flatMap((row) => clientRow(db, row)),
      ...ofRevocations.rows.flatMap((row) => revocationRow(db, row)),
      ...attempts.flatMap((row) => attemptRows(db, row, kid)),
    ],
    next: {
      versions: ofVersions.next,
      clients: ofClients.next,
      revocations: ofRevocations.next,
      attempts: attempts.length < limit ? null : (attempts.at(-1)?.id ?? null),
    },
  }
}

/** Behind what a place names: a table that has been gone through has nothing more. */
function behind(column: Column, kid: string, after: string | null) {
  if (after === null) return sql`0`
  if (after === '') return under(column, kid)
  const from = isFront(after) ? gte(column, endOfFront(after)) : gt(column, after)
  return and(from, lt(column, `w1.${kid}/`))
}

const versionRow = (db: Database, row: typeof credentialVersions.$inferSelect): WrappedRow => ({
  environmentId: row.environmentId,
  subject: row.accountId,
  wrapped: row.wrappedKey,
  replace: (wrappedKey) =>
    db
      .update(credentialVersions)
      .set({ wrappedKey })
      .where(
        and(
          eq(credentialVersions.environmentId, row.environmentId),
          eq(credentialVersions.accountId, row.accountId),
          eq(credentialVersions.grantId, row.grantId),
          eq(credentialVersions.epoch, row.epoch),
          eq(credentialVersions.wrappedKey, row.wrappedKey),
        ),
      ),
})

function clientRow(db: Database, row: typeof clientVersions.$inferSelect): WrappedRow[] {
  const { environmentId, id, wrappedKey: wrapped } = row
  if (wrapped === null) return []
  const replace = (wrappedKey: string): Write =>
    db
      .update(clientVersions)
      .set({ wrappedKey })
      .where(
        and(
          eq(clientVersions.environmentId, environmentId),
          eq(clientVersions.id, id),
          eq(clientVersions.wrappedKey, wrapped),
        ),
      )
  return [{ environmentId, subject: id, wrapped, replace }]
}

function revocationRow(db: Database, row: typeof revocations.$inferSelect): WrappedRow[] {
  const { environmentId, accountId, grantId, epoch, wrappedKey: wrapped } = row
  if (wrapped === null) return []
  const replace = (wrappedKey: string): Write =>
    db
      .update(revocations)
      .set({ wrappedKey })
      .where(
        and(
          eq(revocations.environmentId, environmentId),
          eq(revocations.accountId, accountId),
          eq(revocations.grantId, grantId),
          eq(revocations.epoch, epoch),
          eq(revocations.wrappedKey, wrapped),
        ),
      )
  return [{ environmentId, subject: accountId, wrapped, replace }]
}

/** An attempt has two: of our verifier toward the provider, and of the credential that waits. */
function attemptRows(
  db: Database,
  row: typeof connectAttempts.$inferSelect,
  kid: string,
): WrappedRow[] {
  const { environmentId, id, verifierKey, candidate } = row
  const isUnder = (wrapped: string | null | undefined): wrapped is string =>
    wrapped?.startsWith(`w1.${kid}.`) === true
  const rows: WrappedRow[] = []
  if (isUnder(verifierKey)) {
    const replace = (moved: string): Write =>
      db
        .update(connectAttempts)
        .set({ verifierKey: moved })
        .where(
          and(
            eq(connectAttempts.environmentId, environmentId),
            eq(connectAttempts.id, id),
            eq(connectAttempts.verifierKey, verifierKey),
          ),
        )
    rows.push({ environmentId, subject: id, wrapped: verifierKey, replace })
  }
  if (isUnder(candidate?.wrappedKey)) {
    const wrapped = candidate.wrappedKey
    const replace = (moved: string): Write =>
      db
        .update(connectAttempts)
        .set({
          candidate: sql`json_set(${connectAttempts.candidate}, '$.wrappedKey', ${moved})`,
        })
        .where(
          and(
            eq(connectAttempts.environmentId, environmentId),
            eq(connectAttempts.id, id),
            eq(sql`json_extract(${connectAttempts.candidate}, '$.wrappedKey')`, wrapped),
          ),
        )
    rows.push({ environmentId, subject: candidate.accountId, wrapped, replace })
  }
  return rows
}
