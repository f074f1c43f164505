/** D1 as the migrations leave it, whatever the test before left behind. */
import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

const OURS = `name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'`

/** What the migrations make, as one text; once for all the files that an isolate runs. */
let schema: string | undefined

/**
 * Every table, index and trigger, without a row. The migrations themselves run once: before each of three thousand tests
 * they were two fifths of what all of these cost.
 */
export async function freshD1(): Promise<void> {
  schema ??= await schemaOfMigrations()
  try {
    await env.DB.prepare(schema).run()
  } catch {
    await emptyD1()
    await env.DB.prepare(schema).run()
  }
}

/** D1 is without a table behind it. */
async function schemaOfMigrations(): Promise<string> {
  await emptyD1()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS, 'applied')
  await env.DB.prepare('DROP TABLE applied').run()
  // In the order in which they were made: an index comes after its table.
  const { results } = await env.DB.prepare(
    `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND ${OURS} ORDER BY rowid`,
  ).all<{ sql: string }>()
  const tables = await tablesOfD1()
  const counts = tables.map((name) => env.DB.prepare(`SELECT count(*) AS n FROM "${name}"`))
  const filled = (await env.DB.batch<{ n: number }>(counts)).filter(
    ({ results: [row] }) => row?.n !== 0,
  )
  if (filled.length > 0) throw new Error('a migration writes rows, which freshD1 has to write, too')
  await emptyD1()
  return results.map(({ sql }) => sql).join(';\n')
}

/**
 * `reset()` ends every object, the one behind D1 among them, and then deletes its file. Work that still goes on behind
 * the answers of the test before can wake D1 in between: it goes on with the file that is deleted, and with all its rows.
 */
async function emptyD1(): Promise<void> {
  // Dropped, not emptied: no trigger counts what goes.
  const drops = (await tablesOfD1()).map((name) => env.DB.prepare(`DROP TABLE "${name}"`))
  if (drops.length > 0) await env.DB.batch(drops)
}

async function tablesOfD1(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND ${OURS}`,
  ).all<{ name: string }>()
  return results.map(({ name }) => name)
}
