/** What operators did. Rows are written with the change and never changed. */
import { and, eq } from 'drizzle-orm'
import type { AuditEntry } from '../domain/audit.ts'
import type { Database, Write } from './database.ts'
import { pageFrom, windowOf, type Page, type PageFound } from './page.ts'
import { operatorAudit } from './schema/operators.ts'

export type AuditRow = typeof operatorAudit.$inferSelect

/** Once, however often the batch that it goes along with is repeated. */
export const insertAudit = (db: Database, { operator, ...entry }: AuditEntry): Write =>
  db
    .insert(operatorAudit)
    .values({
      ...entry,
      details: { ...entry.details },
      operatorId: operator?.id ?? null,
      operatorName: operator?.name ?? null,
    })
    .onConflictDoNothing()

/** @param environmentId of one environment; undefined: of the whole deployment */
export async function listAudit(
  db: Database,
  environmentId: string | undefined,
  page: Page,
): Promise<PageFound<AuditRow>> {
  const { where, orderBy, limit } = windowOf({ id: operatorAudit.id }, page)
  const rows = await db
    .select()
    .from(operatorAudit)
    .where(
      and(
        environmentId === undefined ? undefined : eq(operatorAudit.environmentId, environmentId),
        ...where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
  return pageFrom(rows, page, ({ id }) => ({ id, rank: null }))
}
