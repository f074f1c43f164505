/** Two refreshes of one account lie apart, however short a provider says that its tokens live. */
import type { AccountRecord } from './grant.ts'
import type { Timings } from './timings.ts'

/**
 * When the account may be refreshed again because of its expiry; a caller whose token was refused need
 * not wait for it. What the user's consent gave may be refreshed at once.
 *
 * @returns epoch milliseconds, which may have passed
 */
export function refreshableAt({ credential, rules }: AccountRecord, timings: Timings): number {
  if (credential === null || credential.epoch === 1 || rules?.isUnpaced === true) return 0
  return credential.obtainedAt + timings.minRefreshIntervalMs
}
