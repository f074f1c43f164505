/** What is wrong with OAuth clients: counted, opened, probed, closed. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'
import { clientTroubles } from './schema/data-integrations.ts'

export type ClientTrouble = typeof clientTroubles.$inferSelect
export type TroubleKind = ClientTrouble['kind']

/** Whose client: a client version, or the shared credentials of an integration. */
export type ClientOf = {
  readonly environmentId: string
  readonly integrationId: string
  readonly clientVersionId: string | null
}

const keyOf = ({ clientVersionId, integrationId }: ClientOf): string =>
  clientVersionId ?? `shared:${integrationId}`

/** The troubles of a client, those that are only counted so far among them. */
export const troublesOfClient = (db: Database, of: ClientOf): Promise<readonly ClientTrouble[]> =>
  db
    .select()
    .from(clientTroubles)
    .where(
      and(
        eq(clientTroubles.environmentId, of.environmentId),
        eq(clientTroubles.clientKey, keyOf(of)),
      ),
    )

/** The open troubles of all clients of an environment. */
export const troublesOf = (
  db: Database,
  environmentId: string,
): Promise<readonly ClientTrouble[]> =>
  db
    .select()
    .from(clientTroubles)
    .where(and(eq(clientTroubles.environmentId, environmentId), isNotNull(clientTroubles.openedAt)))

/**
 * Counts a failure. The count begins again when its window is over.
 *
 * @returns how many there are in the window now, and since when the trouble is open
 */
export async function countFailure(
  db: Database,
  of: ClientOf,
  failure: {
    readonly kind: TroubleKind
    readonly code: string
    readonly windowMs: number
    readonly now: number
  },
): Promise<{ readonly failures: number; readonly openedAt: number | null }> {
  const { kind, code, windowMs, now } = failure
  const isOver = sql`${clientTroubles.windowStartedAt} <= ${now - windowMs}`
  const [row] = await db
    .insert(clientTroubles)
    .values({
      clientKey: keyOf(of),
      kind,
      environmentId: of.environmentId,
      dataIntegrationId: of.integrationId,
      code,
      failures: 1,
      windowStartedAt: now,
      openedAt: null,
      probeAt: null,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [clientTroubles.clientKey, clientTroubles.kind],
      set: {
        code,
        failures: sql`CASE WHEN ${isOver} THEN 1 ELSE ${clientTroubles.failures} + 1 END`,
        windowStartedAt: sql`CASE WHEN ${isOver} THEN ${now} ELSE ${clientTroubles.windowStartedAt} END`,
        updatedAt: now,
      },
    })
    .returning({ failures: clientTroubles.failures, openedAt: clientTroubles.openedAt })
  return row ?? { failures: 1, openedAt: null }
}

/**
 * Opens a trouble, or keeps it open.
 *
 * @returns whether it was closed before: of many who open it at once, one tells the operator
 */
export async function openTrouble(
  db: Database,
  of: ClientOf,
  trouble: { readonly kind: TroubleKind; readonly probeAt: number; readonly now: number },
): Promise<boolean> {
  const { environmentId } = of
  const at = and(eq(clientTroubles.clientKey, keyOf(of)), eq(clientTroubles.kind, trouble.kind))
  const opened = await db
    .update(clientTroubles)
    .set({ openedAt: trouble.now, probeAt: trouble.probeAt, updatedAt: trouble.now })
    .where(
      and(at, eq(clientTroubles.environmentId, environmentId), isNull(clientTroubles.openedAt)),
    )
    .returning({ kind: clientTroubles.kind })
  if (opened.length > 0) return true
  await db
    .update(clientTroubles)
    .set({ probeAt: trouble.probeAt, updatedAt: trouble.now })
    .where(and(at, eq(clientTroubles.environmentId, environmentId)))
  return false
}

/** Takes the probe of a trouble. Of many who come, one gets it. */
export async function claimProbe(
  db: Database,
  trouble: ClientTrouble,
  nextProbeAt: number,
): Promise<boolean> {
  const claimed = await db
    .update(clientTroubles)
    .set({ probeAt: nextProbeAt })
    .where(
      and(
        eq(clientTroubles.environmentId, trouble.environmentId),
        eq(clientTroubles.clientKey, trouble.clientKey),
        eq(clientTroubles.kind, trouble.kind),
        eq(clientTroubles.probeAt, trouble.probeAt ?? 0),
      ),
    )
    .returning({ kind: clientTroubles.kind })
  return claimed.length > 0
}

/** Closes one trouble of a client. */
export const closeTrouble = (db: Database, trouble: ClientTrouble): Write =>
  db
    .delete(clientTroubles)
    .where(
      and(
        eq(clientTroubles.environmentId, trouble.environmentId),
        eq(clientTroubles.clientKey, trouble.clientKey),
        eq(clientTroubles.kind, trouble.kind),
      ),
    )

/** Closes everything of one client: it has a new secret. */
export const closeTroublesOfClient = (db: Database, of: ClientOf): Write =>
  db
    .delete(clientTroubles)
    .where(
      and(
        eq(clientTroubles.environmentId, of.environmentId),
        eq(clientTroubles.clientKey, keyOf(of)),
      ),
    )

/** Closes everything of an integration: it was changed, or is gone. */
export const closeTroublesOf = (
  db: Database,
  at: { readonly environmentId: string; readonly integrationId: string },
): Write =>
  db
    .delete(clientTroubles)
    .where(
      and(
        eq(clientTroubles.environmentId, at.environmentId),
        eq(clientTroubles.dataIntegrationId, at.integrationId),
      ),
    )

/** How many connected accounts an integration has with this client. */
export async function countConnected(db: Database, of: ClientOf): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.environmentId, of.environmentId),
        eq(connectedAccounts.dataIntegrationId, of.integrationId),
        eq(connectedAccounts.state, 'connected'),
        // What happens to one organization's client is measured on its own accounts.
        of.clientVersionId === null
          ? isNull(connectedAccounts.clientVersionId)
          : eq(connectedAccounts.clientVersionId, of.clientVersionId),
      ),
    )
  return row?.count ?? 0
}
