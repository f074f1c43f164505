/** OAuth clients with their sealed secrets, one row a version. */
import { and, eq, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm'
import type { ProviderDefinition } from '../providers/definition.ts'
import type { Database, Write } from './database.ts'
import { connectedAccounts } from './schema/connected-accounts.ts'
import { clientVersions, dataIntegrations } from './schema/data-integrations.ts'
import { revocations } from './schema/revocations.ts'

export type ClientVersion = typeof clientVersions.$inferSelect

export async function clientVersionById(
  db: Database,
  environmentId: string,
  id: string,
): Promise<ClientVersion | undefined> {
  const [row] = await db
    .select()
    .from(clientVersions)
    .where(and(eq(clientVersions.environmentId, environmentId), eq(clientVersions.id, id)))
  return row
}

export const insertClientVersion = (db: Database, version: ClientVersion): Write =>
  db.insert(clientVersions).values(version)

/** An account's own; whoever repeats a request has written it already. */
export const insertOwnClient = (db: Database, version: ClientVersion): Write =>
  db.insert(clientVersions).values(version).onConflictDoNothing()

/** A new secret for the same client id holds at once, for old grants too. */
export const replaceSecretOf = (db: Database, version: ClientVersion): Write =>
  db
    .update(clientVersions)
    .set({
      sealedSecret: version.sealedSecret,
      wrappedKey: version.wrappedKey,
      secretLastFour: version.secretLastFour,
    })
    .where(
      and(
        eq(clientVersions.environmentId, version.environmentId),
        eq(clientVersions.id, version.id),
      ),
    )

/** Says where the provider of one client is. */
export const replaceDefinitionOf = (
  db: Database,
  { environmentId, id, definition }: ClientVersion,
): Write =>
  db
    .update(clientVersions)
    .set({ definition })
    .where(and(eq(clientVersions.environmentId, environmentId), eq(clientVersions.id, id)))

/** Ties an integration's clients, and all grants made with them, to the provider as it was. */
export const freezeDefinition = (
  db: Database,
  at: { readonly environmentId: string; readonly integrationId: string },
  definition: ProviderDefinition,
): Write =>
  db
    .update(clientVersions)
    .set({ definition })
    .where(
      and(
        eq(clientVersions.environmentId, at.environmentId),
        eq(clientVersions.dataIntegrationId, at.integrationId),
        isNull(clientVersions.definition),
      ),
    )

/**
 * Forgets, in any environment, clients with which nothing is to be given back: those of deleted
 * integrations, and accounts' own that no account uses any more.
 *
 * @param before epoch milliseconds; an own client that is younger may be about to be used
 */
export const deleteOrphanedClients = (
  db: Database,
  before: number,
): Promise<readonly { readonly id: string }[]> =>
  db
    .delete(clientVersions)
    .where(
      and(
        or(
          notExists(
            db
              .select({ one: sql`1` })
              .from(dataIntegrations)
              .where(eq(dataIntegrations.id, clientVersions.dataIntegrationId)),
          ),
          and(
            isNotNull(clientVersions.accountId),
            lt(clientVersions.createdAt, before),
            notExists(
              db
                .select({ one: sql`1` })
                .from(connectedAccounts)
                .where(
                  and(
                    eq(connectedAccounts.id, clientVersions.accountId),
                    eq(connectedAccounts.clientVersionId, clientVersions.id),
                    ne(connectedAccounts.state, 'disconnected'),
                  ),
                ),
            ),
          ),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(revocations)
            .where(
              and(
                eq(revocations.clientVersionId, clientVersions.id),
                eq(revocations.outcome, 'pending'),
              ),
            ),
        ),
      ),
    )
    .returning({ id: clientVersions.id })
