/** What vending checks, read from D1 in one batch, and kept in KV for the time when D1 is silent. */
import { and, eq, isNull } from 'drizzle-orm'
import type { IntegrationSnapshot, KeySnapshot, VendCheck } from '../domain/vend-check.ts'
import type { Database } from './database.ts'
import { customProviders, dataIntegrations } from './schema/data-integrations.ts'
import { apiKeys, environments } from './schema/environments.ts'

const keyQuery = (db: Database, keyId: string) =>
  db
    .select()
    .from(apiKeys)
    .innerJoin(environments, eq(environments.id, apiKeys.environmentId))
    .where(eq(apiKeys.id, keyId))

/** A key with its environment; null when there is no such key. */
export async function readKey(db: Database, keyId: string): Promise<KeySnapshot | null> {
  const [row] = await keyQuery(db, keyId)
  return row === undefined ? null : toKey(row)
}

/** Key, environment and integration in one round trip. */
export async function readVendCheck(
  db: Database,
  keyId: string,
  slug: string,
  ownership: 'user' | 'organization',
): Promise<VendCheck> {
  const [keyRows, integrationRows] = await db.batch([
    keyQuery(db, keyId),
    db
      .select()
      .from(dataIntegrations)
      .innerJoin(apiKeys, eq(apiKeys.environmentId, dataIntegrations.environmentId))
      .leftJoin(
        customProviders,
        and(
          eq(customProviders.environmentId, dataIntegrations.environmentId),
          eq(customProviders.slug, dataIntegrations.slug),
        ),
      )
      .where(
        and(
          eq(apiKeys.id, keyId),
          eq(dataIntegrations.slug, slug),
          eq(dataIntegrations.ownership, ownership),
          isNull(dataIntegrations.deletingAt),
        ),
      ),
  ])
  const [keyRow] = keyRows
  const [integrationRow] = integrationRows
  return {
    key: keyRow === undefined ? null : toKey(keyRow),
    integration:
      integrationRow === undefined
        ? null
        : {
            integration: integrationRow.data_integrations,
            definition: integrationRow.custom_providers?.definition ?? null,
          },
  }
}

function toKey(row: {
  api_keys: typeof apiKeys.$inferSelect
  environments: typeof environments.$inferSelect
}): KeySnapshot {
  const { api_keys: key, environments: environment } = row
  return {
    id: key.id,
    mac: key.mac,
    expiresAt: key.expiresAt,
    revokedAt: key.revokedAt,
    environment: {
      id: environment.id,
      name: environment.name,
      kind: environment.kind,
      allowedOrigins: environment.allowedOrigins,
      returnUrls: environment.returnUrls,
    },
  }
}

const keyName = (keyId: string): string => `key:${keyId}`
const integrationName = (environmentId: string, slug: string, ownership: string): string =>
  `integration:${environmentId}:${ownership}:${slug}`

/** The copies in KV: never authoritative, up to a minute old, nothing secret in them. */
export const createSnapshotCopies = (kv: KVNamespace) => ({
  readKey: async (keyId: string): Promise<KeySnapshot | null> => kv.get(keyName(keyId), 'json'),
  readIntegration: async (
    environmentId: string,
    slug: string,
    ownership: string,
  ): Promise<IntegrationSnapshot | null> =>
    kv.get(integrationName(environmentId, slug, ownership), 'json'),
  writeKey: async (key: KeySnapshot): Promise<void> => kv.put(keyName(key.id), JSON.stringify(key)),
  writeIntegration: async (snapshot: IntegrationSnapshot): Promise<void> =>
    kv.put(
      integrationName(
        snapshot.integration.environmentId,
        snapshot.integration.slug,
        snapshot.integration.ownership,
      ),
      JSON.stringify(snapshot),
    ),
  deleteIntegration: async (
    environmentId: string,
    slug: string,
    ownership: string,
  ): Promise<void> => kv.delete(integrationName(environmentId, slug, ownership)),
})

export type SnapshotCopies = ReturnType<typeof createSnapshotCopies>
