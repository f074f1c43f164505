/** Two refreshes of one account lie apart, and none comes before its provider allows it. */
import type { AccountRecord } from './grant.ts'
import type { Timings } from './timings.ts'

/**
 * When the account may be refreshed again because of its expiry; a caller whose token was refused need
 * not wait for it. What the user's consent gave may be refreshed at once.
 *
 * @returns epoch milliseconds, which may have passed
 */
export function refreshableAt({ credential, rules }: AccountRecord, timings: Timings): number {
  if (credential === null || rules?.isUnpaced === true) return 0
  const { epoch, expiresAt, obtainedAt } = credential
  const allowed =
    expiresAt === null || rules?.latestMs === undefined ? 0 : expiresAt - rules.latestMs
  return epoch === 1 ? allowed : Math.max(allowed, obtainedAt + timings.minRefreshIntervalMs)
}
