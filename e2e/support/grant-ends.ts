/** What becomes of a grant after its token was refused, and after a disconnect. */
import { createHash } from 'node:crypto'
import type { Stack } from '../stack/stack-options.ts'
import type { PipesApi, VendAnswer } from './pipes-api.ts'

/** A backend says that the provider refuses its token; gives the next one, or why there is none. */
export async function renewed(
  pipes: PipesApi,
  slug: string,
  user: string,
  token: string,
): Promise<string> {
  const answer = await pipes.call('POST', `/data-integrations/${slug}/token/rejected`, {
    user_id: user,
    access_token_sha256: createHash('sha256').update(token).digest('hex'),
  })
  const vended = (await answer.json()) as VendAnswer
  return vended.active ? vended.access_token.access_token : vended.error
}

/** By slug: `revoked`, `not_supported`, or `pending` for a moment. */
export async function grantEnds({ mf }: Stack, user: string): Promise<Record<string, string>> {
  const database = await mf.getD1Database('DB')
  const { results } = await database
    .prepare('SELECT slug, outcome FROM revocations WHERE user_id = ?')
    .bind(user)
    .all<{ slug: string; outcome: string }>()
  return Object.fromEntries(results.map(({ slug, outcome }) => [slug, outcome]))
}

/** Ends what the users of earlier tests have left in this world: a grant that another connection lives by would be kept. */
export async function leaveAlone({ mf }: Stack, user: string): Promise<void> {
  const database = await mf.getD1Database('DB')
  await database.prepare('DELETE FROM connected_accounts WHERE user_id != ?').bind(user).run()
}
