/** What a request for a token is answered with, once its connection is found: waits for a refresh where it must. */
import { decide, needsReauthorization } from '../domain/account-record.ts'
import type { Selection } from '../domain/connections.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { VendOutcome } from '../domain/object-messages.ts'
import type { ObjectParts } from './object-parts.ts'
import { orTooLong } from './or-too-long.ts'
import type { RefreshEnd } from './unsettled-lease.ts'
import { active, isNewer, meantOf, unavailable, usedOf, waiting } from './vend-answer.ts'

export type Vending = Pick<ObjectParts, 'deps' | 'records' | 'decided'> & {
  readonly noteUse: (record: AccountRecord, now: number) => void
  /** One at a time for each account. */
  readonly refresh: (accountId: string) => Promise<RefreshEnd>
  /** Goes on after the answer. */
  readonly behind: (work: Promise<unknown>) => void
}

export async function answerVend(
  steps: Vending,
  found: AccountRecord,
  selection: Selection,
): Promise<VendOutcome> {
  const { deps, records } = steps
  // Who was let choose gets what was chosen, whatever is added while it is refreshed.
  const isChosen = selection.plural === true || found.preferred
  const chosen = isChosen ? { accountId: found.accountId } : selection
  let record = found
  let hasRefreshed = false
  for (;;) {
    const now = deps.clock()
    const decision = decide(record, now, deps.timings)
    switch (decision.kind) {
      case 'not_installed':
        return { kind: 'not_installed' }
      case 'needs_reauthorization':
        return { kind: 'needs_reauthorization', reason: record.reason }
      case 'serve_and_refresh':
        steps.behind(steps.refresh(record.accountId))
        return active(record)
      case 'serve':
        steps.noteUse(record, now)
        return active(record)
      case 'expire':
        steps.decided(record, needsReauthorization(record, 'access_token_expired'))
        break
      case 'wait':
        return unavailable(decision.code, decision.retryAfterSeconds)
      case 'refresh': {
        if (hasRefreshed) return waiting(record, now)
        const end = await orTooLong(steps.refresh(record.accountId), deps.timings)
        if (end === 'recovering') return unavailable('refresh_recovering', 5)
        if (end === 'too_long') return unavailable('refresh_in_progress', 1)
        hasRefreshed = true
      }
    }
    const current = meantOf(records, chosen)
    if (current === undefined) {
      // What its owner had chosen has ended meanwhile, and another one has taken its place.
      const next = found.preferred ? usedOf(records, selection) : undefined
      return next === undefined ? { kind: 'not_installed' } : answerVend(steps, next, selection)
    }
    // A provider may hand out tokens that live shorter than our margin, or not at all: whoever has
    // waited for one gets it.
    if (hasRefreshed && isNewer(current, record)) {
      steps.noteUse(current, now)
      return active(current)
    }
    record = current
  }
}
