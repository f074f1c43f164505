/** A million connections in a local D1, written into its file while no Worker runs. */
import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const AT_ONCE = 50_000

/**
 * Every number is of the account's own number `i`, so that an environment of any size is alike: of each
 * twenty one is a provider's, one has failed, one needs its user; of each ten one is disconnected; each
 * user has four, each organization twenty, and `org_big` a fifth of all.
 */
const ROWS = `
  WITH RECURSIVE n(i) AS (SELECT :from UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :to)
  INSERT INTO connected_accounts (
    id, environment_id, data_integration_id, slug, owner_kind, user_id, organization_id,
    connection_role, auth_method, state, grant_id, scopes, account_identifier, sequence, object_key_id,
    last_error_code, last_error_class, last_error_at, needs_user_at, needs_user_reason, created_at, updated_at)
  SELECT
    printf('data_installation_%026d', i), :environment, printf('data_integration_%d', i % 20),
    printf('provider-%d', i % 20),
    iif(i % 50 = 7, 'organization', 'user'),
    iif(i % 50 = 7, '', printf('user_%d', i / 4)),
    CASE WHEN i % 5 = 0 THEN 'org_big' WHEN i % 50 = 7 OR i % 2 = 1 THEN printf('org_%d', i / 40) ELSE '' END,
    'standard',
    iif(i % 40 = 5, 'api_key', 'oauth'),
    CASE WHEN i % 10 = 9 THEN 'disconnected' WHEN i % 20 = 3 THEN 'needs_reauthorization' ELSE 'connected' END,
    printf('grant_%026d', i), '["read","write"]', printf('account-%d', i / 2), 1, 'k1',
    iif(i % 20 = 11, 'http_503', NULL), iif(i % 20 = 11, 'retry', NULL), iif(i % 20 = 11, 1, NULL),
    iif(i % 4 = 1, 1700000000000 + (i * 7919) % 1000003, NULL), iif(i % 4 = 1, 'grant_expires', NULL),
    1700000000000 + i, 1700000000000 + i
  FROM n`

/** Of each four accounts there is an organization that has set something over the environment's own integration. */
const OVERRIDES = `
  WITH RECURSIVE n(i) AS (SELECT :from UNION ALL SELECT i + 4 FROM n WHERE i + 4 < :to)
  INSERT INTO organization_overrides (
    id, environment_id, data_integration_id, organization_id, enabled, created_at, updated_at)
  SELECT
    printf('organization_override_%026d', i), environment_id, id, printf('org_%d', i / 4), 0,
    1700000000000 + i, 1700000000000 + i
  FROM n, (
    SELECT id, environment_id FROM data_integrations WHERE environment_id = :environment AND slug = 'sandbox' LIMIT 1)`

/** @param stateDirectory of a stack that has been stopped */
export async function seedAccounts(
  stateDirectory: string,
  environmentId: string,
  count: number,
): Promise<void> {
  const database = new DatabaseSync(await databaseFile(stateDirectory))
  try {
    database.exec('PRAGMA synchronous = OFF')
    const indexes = database
      .prepare(
        `SELECT name, sql FROM sqlite_master WHERE tbl_name = 'connected_accounts' AND type = 'index' AND sql IS NOT NULL`,
      )
      .all()
      .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
    // An index is made in one go many times faster than row by row.
    for (const { name } of indexes) database.exec(`DROP INDEX ${name}`)
    const inserts = [database.prepare(ROWS), database.prepare(OVERRIDES)]
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = { from, to: Math.min(from + AT_ONCE, count), environment: environmentId }
      for (const insert of inserts) insert.run(some)
    }
    for (const { sql } of indexes) database.exec(sql)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** An operator who has just signed in: @returns the cookie of the session */
export async function seedOperator(stateDirectory: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const now = Date.now()
  const database = new DatabaseSync(await databaseFile(stateDirectory))
  try {
    database
      .prepare(
        `INSERT INTO operators (id, name, role, created_at) VALUES ('operator_1', 'Ada', 'viewer', ?)`,
      )
      .run(now)
    database
      .prepare(
        `INSERT INTO operator_sessions (id, operator_id, token_hash, created_at, last_seen_at, expires_at)
         VALUES ('operator_session_1', 'operator_1', ?, ?, ?, ?)`,
      )
      .run(hash, now, now, now + 43_200_000)
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
  return `pa=${token}`
}

/** The file that holds D1's tables. */
export async function databaseFile(stateDirectory: string): Promise<string> {
  const entries = await readdir(stateDirectory, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !path.includes('/d1/') || !path.endsWith('.sqlite')) continue
    const database = new DatabaseSync(path)
    const table = database
      .prepare(`SELECT 1 FROM sqlite_master WHERE name = 'connected_accounts'`)
      .get()
    database.close()
    if (table !== undefined) return path
  }
  throw new Error('no local D1 has the table of accounts')
}
