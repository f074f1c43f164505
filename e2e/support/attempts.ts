/** Time, for attempts: they live for ten minutes, which no test waits for. */
import type { Stack } from '../stack/stack-options.ts'

/** From now on each unfinished attempt of this user is too old. */
export async function expireAttempts({ mf }: Stack, user: string): Promise<void> {
  const database = await mf.getD1Database('DB')
  await database
    .prepare('UPDATE connect_attempts SET expires_at = ? WHERE user_id = ?')
    .bind(Date.now() - 1000, user)
    .run()
}

/** What the cron trigger does every ten minutes. */
export async function sweepAttempts({ mf }: Stack): Promise<void> {
  const worker = await mf.getWorker()
  await worker.scheduled({ cron: '*/10 * * * *' })
}

/** How far each attempt of this user has come, the latest first. */
export async function attemptsOf(
  { mf }: Stack,
  user: string,
): Promise<readonly { readonly status: string; readonly failure_code: string | null }[]> {
  const database = await mf.getD1Database('DB')
  const { results } = await database
    .prepare(
      'SELECT status, failure_code FROM connect_attempts WHERE user_id = ? ORDER BY created_at DESC',
    )
    .bind(user)
    .all<{ status: string; failure_code: string | null }>()
  return results
}
