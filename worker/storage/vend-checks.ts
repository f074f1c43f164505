/** What vending checks, read from D1 in one batch, and kept in KV for the time when D1 is silent. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type {
  IntegrationSnapshot,
  KeySnapshot,
  OverrideSnapshot,
  VendAt,
  VendCheck,
} from '../domain/vend-check.ts'
import { days } from '../kit/clock.ts'
import { sha256Hex } from '../kit/digest.ts'
import type { Database } from './database.ts'
import {
  customProviders,
  dataIntegrations,
  organizationOverrides,
} from './schema/data-integrations.ts'
import { apiKeys, environments } from './schema/environments.ts'

/** A key with its environment; null when there is no such key. */
export async function readKey(db: Database, keyId: string): Promise<KeySnapshot | null> {
  const [keys, rows] = await db.batch([keyQuery(db, keyId), environmentQuery(db, keyId)])
  return toKey(keys[0], rows[0])
}

/** Key, environment, integration and what the organization has set, in one round trip. */
export async function readVendCheck(
  db: Database,
  { keyId, slug, ownership, organizationId }: VendAt,
): Promise<VendCheck> {
  const ofKey = environmentIdOf(db, keyId)
  const isMeant = and(
    inArray(dataIntegrations.environmentId, ofKey),
    eq(dataIntegrations.slug, slug),
    eq(dataIntegrations.ownership, ownership),
    isNull(dataIntegrations.deletingAt),
  )
  const ofIntegration = and(
    inArray(organizationOverrides.environmentId, ofKey),
    inArray(
      organizationOverrides.dataIntegrationId,
      db.select({ id: dataIntegrations.id }).from(dataIntegrations).where(isMeant),
    ),
  )
  // No joins: in a batch D1 returns rows by column name, and joined tables share names.
  const [keys, rows, integrations, overrides, anyOverride, customs] = await db.batch([
    keyQuery(db, keyId),
    environmentQuery(db, keyId),
    db.select().from(dataIntegrations).where(isMeant),
    // No organization has an empty id.
    db
      .select(overrideColumns)
      .from(organizationOverrides)
      .where(and(ofIntegration, eq(organizationOverrides.organizationId, organizationId ?? ''))),
    db
      .select({ id: organizationOverrides.id })
      .from(organizationOverrides)
      .where(ofIntegration)
      .limit(1),
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
    override: overrides[0] ?? null,
    hasOverrides: anyOverride.length > 0,
  }
}

const overrideColumns = {
  environmentId: organizationOverrides.environmentId,
  dataIntegrationId: organizationOverrides.dataIntegrationId,
  organizationId: organizationOverrides.organizationId,
  enabled: organizationOverrides.enabled,
  scopes: organizationOverrides.scopes,
  config: organizationOverrides.config,
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
/** Hashed, because an organization's id may be longer than a name in KV. */
const overrideName = async (
  at: Pick<OverrideSnapshot, 'environmentId' | 'dataIntegrationId' | 'organizationId'>,
): Promise<string> =>
  `override:${at.environmentId}:${at.dataIntegrationId}:${await sha256Hex(at.organizationId)}`
/** Nobody lists the organizations of an integration that is deleted: their copies end by themselves. */
const OVERRIDE_LIFETIME_SECONDS = days(30) / 1000

/** A copy that an older version wrote knows of OAuth alone, and of no configuration. */
const withConfig = (snapshot: IntegrationSnapshot | null): IntegrationSnapshot | null =>
  snapshot === null ? null : { ...snapshot, integration: { ...OF_BEFORE, ...snapshot.integration } }

const withOverrideConfig = (override: OverrideSnapshot | null): OverrideSnapshot | null =>
  override === null ? null : { ...override, config: override.config ?? {} }

const OF_BEFORE = { authMethods: ['oauth'], config: {} } as const

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
    withConfig(await kv.get(integrationName(environmentId, slug, ownership), 'json')),
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
  readOverride: async (at: Parameters<typeof overrideName>[0]): Promise<OverrideSnapshot | null> =>
    withOverrideConfig(await kv.get(await overrideName(at), 'json')),
  writeOverride: async (override: OverrideSnapshot): Promise<void> => {
    const { environmentId, dataIntegrationId, organizationId, enabled, scopes, config } = override
    const snapshot: OverrideSnapshot = {
      environmentId,
      dataIntegrationId,
      organizationId,
      enabled,
      scopes,
      config,
    }
    const expirationTtl = OVERRIDE_LIFETIME_SECONDS
    await kv.put(await overrideName(override), JSON.stringify(snapshot), { expirationTtl })
  },
})

export type SnapshotCopies = ReturnType<typeof createSnapshotCopies>
