import { minutes } from '../../kit/clock.ts'
import { deleteVersionsOfDisconnected } from '../../storage/credential-versions.ts'
import type { Deps } from '../deps.ts'

// A revocation that is under way may still need to open them.
const GRACE_MS = minutes(10)

/**
 * Erases sealed credentials that a disconnect left behind because D1 did not answer it.
 *
 * @returns how many
 */
export async function forgetDisconnected(deps: Deps): Promise<number> {
  const forgotten = await deleteVersionsOfDisconnected(deps.db, deps.clock() - GRACE_MS)
  return forgotten.length
}
