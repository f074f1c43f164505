/** The local D1: migrations, remembered as wrangler remembers them, and the first environment. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import { bootstrapStatements } from '../../worker/tools/bootstrap-statements.ts'
import { root } from './build.ts'

const MIGRATIONS = join(root, 'worker/storage/migrations')

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>

/** @returns the names of the migrations that were new */
export async function migrate(database: Database): Promise<readonly string[]> {
  await database
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE,
        applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
      )`,
    )
    .run()
  const { results } = await database
    .prepare('SELECT name FROM d1_migrations')
    .all<{ name: string }>()
  const applied = new Set(results.map((row) => row.name))
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted()
  const wanted = files.filter((file) => !applied.has(file))
  for (const file of wanted) {
    const statements = (await readFile(join(MIGRATIONS, file), 'utf8'))
      .split('--> statement-breakpoint')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '')
    // One batch is one transaction: a migration is there with its mark, or not at all.
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(file),
    ])
  }
  return wanted
}

export async function hasEnvironment(database: Database, id: string): Promise<boolean> {
  const row = await database.prepare('SELECT id FROM environments WHERE id = ?').bind(id).first()
  return row !== null
}

/** Whether somebody has set the dashboard up. */
export async function hasOperator(database: Database): Promise<boolean> {
  return (await database.prepare('SELECT id FROM operators LIMIT 1').first()) !== null
}

/** A sandbox with one API key; the key in clear is in the answer and nowhere else. */
export async function createSandbox(
  database: Database,
  pepper: string,
): Promise<{ readonly id: string; readonly apiKey: string }> {
  const { statements, environmentId, apiKey } = await bootstrapStatements({
    // What our pages call the app: the customer app of the demo.
    name: 'Acme CRM',
    kind: 'sandbox',
    allowedOrigins: [],
    returnUrls: [],
    pepper,
    now: Date.now(),
  })
  await database.batch(
    statements.map((statement) => database.prepare(statement.sql).bind(...statement.parameters)),
  )
  return { id: environmentId, apiKey: apiKey.reveal() }
}
