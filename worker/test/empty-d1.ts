/** D1 without a table, whatever the test before left behind. */
import { env } from 'cloudflare:workers'

/**
 * `reset()` ends every object, the one behind D1 among them, and then deletes its file. Work that still goes on behind
 * the answers of the test before can wake D1 in between: it goes on with the file that is deleted, and with all its rows.
 *
 * @returns how many tables there were
 */
export async function emptyD1(): Promise<number> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'`,
  ).all<{ name: string }>()
  // Dropped, not emptied: no trigger counts what goes.
  const drops = results.map(({ name }) => env.DB.prepare(`DROP TABLE "${name}"`))
  if (drops.length > 0) await env.DB.batch(drops)
  return drops.length
}
