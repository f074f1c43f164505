/** What vending checks, read from D1 in one batch, and kept in KV for the time when D1 is silent. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { IntegrationSnapshot, KeySnapshot, VendCheck } from '../domain/vend-check.ts'
import type { Database } from './database.ts'
import { customProviders, dataIntegrations } from './schema/data-integrations.ts'
import { apiKeys, environments } from './schema/environments.ts'

/** A key with its environment; null when there is no such key. */
export async function readKey(db: Database, keyId: string): Promise<KeySnapshot | null> {
  const [keys, rows] = await db.batch([keyQuery(db, keyId), environmentQuery(db, keyId)])
  return toKey(keys[0], rows[0])
}

/** Key, environment and integration in one round trip. */
export async function readVendCheck(
  db: Database,
  keyId: string,
  slug: string,
  ownership: 'user' | 'organization',
): Promise<VendCheck> {
  const ofKey = environmentIdOf(db, keyId)
  // No joins: in a batch D1 returns rows by column name, and joined tables share names.
  const [keys, rows, integrations, customs] = await db.batch([
    keyQuery(db, keyId),
    environmentQuery(db, keyId),
    db
      .select()
      .from(dataIntegrations)
      .where(
        and(
          inArray(dataIntegrations.environmentId, ofKey),
          eq(dataIntegrations.slug, slug),
          eq(dataIntegrations.ownership, ownership),
          isNull(dataIntegrations.deletingAt),
        ),
      ),
    db
      .select()
      .from(customProviders)
      .where(and(inArray(customProviders.environmentId, ofKey), eq(customProviders.slug, slug))),
  ])
  const [integration] = integrations
  return {
    key: toKey(keys[0], rows[0]),
    integration:
      integration === undefined
        ? null
        : { integration, definition: customs[0]?.definition ?? null },
  }
}

// A key is where an environment begins: these two look-ups have only the key's own id to go by.
const environmentIdOf = (db: Database, keyId: string) =>
  db.select({ id: apiKeys.environmentId }).from(apiKeys).where(eq(apiKeys.id, keyId))

// As above: the key names its environment.
const keyQuery = (db: Database, keyId: string) =>
  db.select().from(apiKeys).where(eq(apiKeys.id, keyId))

const environmentQuery = (db: Database, keyId: string) =>
  db
    .select()
    .from(environments)
    .where(inArray(environments.id, environmentIdOf(db, keyId)))

function toKey(
  key: typeof apiKeys.$inferSelect | undefined,
  environment: typeof environments.$inferSelect | undefined,
): KeySnapshot | null {
  if (key === undefined || environment === undefined) return null
  return {
    id: key.id,
    mac: key.mac,
    expiresAt: key.expiresAt,
    revokedAt: key.revokedAt,
    scopes: key.scopes,
    environment: {
      id: environment.id,
      name: environment.name,
      kind: environment.kind,
      allowedOrigins: environment.allowedOrigins,
      returnUrls: environment.returnUrls,
      settings: environment.settings,
    },
  }
}

const keyName = (keyId: string): string => `key:${keyId}`
const integrationName = (environmentId: string, slug: string, ownership: string): string =>
  `integration:${environmentId}:${ownership}:${slug}`

/** A copy that an older version wrote has no settings. */
const withSettings = (key: KeySnapshot | null): KeySnapshot | null =>
  key === null
    ? null
    : { ...key, environment: { ...key.environment, settings: key.environment.settings ?? {} } }

/** The copies in KV: never authoritative, up to a minute old, nothing secret in them. */
export const createSnapshotCopies = (kv: KVNamespace) => ({
  readKey: async (keyId: string): Promise<KeySnapshot | null> =>
    withSettings(await kv.get<KeySnapshot>(keyName(keyId), 'json')),
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
  deleteKey: async (keyId: string): Promise<void> => kv.delete(keyName(keyId)),
  deleteIntegration: async (
    environmentId: string,
    slug: string,
    ownership: string,
  ): Promise<void> => kv.delete(integrationName(environmentId, slug, ownership)),
})

export type SnapshotCopies = ReturnType<typeof createSnapshotCopies>
