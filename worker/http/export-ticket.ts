/**
 * Opens one file, for the operator who has asked for it, for a minute. A browser downloads by an address, so what asks for a
 * fresh sign-in and leaves an entry in the audit is a request before it.
 */
import { seconds } from '../kit/clock.ts'
import type { AppContext } from './context.ts'
import { readCursor, signCursor } from './cursor.ts'
import { signedIn } from './middleware/needs-operator.ts'
import { invalidField } from './parse.ts'

/** Which file: its list, its format, and of which environment. */
export type FileName = readonly [list: string, format: string, environmentId: string]

const LIFETIME_MS = seconds(60)

const keysOf = (c: AppContext) => c.var.deps.keyring.derive('list-cursor')
const listOf = (c: AppContext, file: FileName) => ['export', ...file, signedIn(c).operator.id]

export const issueTicket = async (c: AppContext, file: FileName): Promise<string> =>
  signCursor(await keysOf(c), listOf(c, file), {
    id: signedIn(c).session.id,
    rank: c.var.deps.clock() + LIFETIME_MS,
  })

/** @throws ApiError 422 on `ticket` for one that is over, somebody else's, or of another file */
export async function demandTicket(c: AppContext, file: FileName, ticket: string): Promise<void> {
  const place = await readCursor(await keysOf(c), listOf(c, file), ticket)
  const isLive = (place?.rank ?? 0) > c.var.deps.clock() && place?.id === signedIn(c).session.id
  if (!isLive)
    throw invalidField('ticket', 'is over, or of another file. Ask for the export again.')
}
