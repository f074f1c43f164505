/**
 * The net under the objects' alarms, and the keep-alive: asks the objects of accounts that are due to
 * look after themselves. Only what is due is read, in batches; a run that is cut short goes on with
 * the next one, because an account that was looked after is not due any more.
 */
import { hours, minutes } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import { commit } from '../../storage/database.ts'
import { dueAccounts, postponeCare, type DueAccount } from '../../storage/observations.ts'
import type { Deps } from '../deps.ts'

const AT_ONCE = 10
const PAGE = 500
const RUN_MS = minutes(5)
const UNREACHABLE_PAUSE_MS = hours(1)

/** @returns how many accounts were looked after */
export async function sweepCare(deps: Deps): Promise<number> {
  const startedAt = deps.clock()
  let count = 0
  const due = await dueAccounts(deps.db, {
    now: startedAt,
    perIntegration: deps.keepAlivesPerRun,
    page: PAGE,
  })
  const waiting = [...due]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (deps.clock() - startedAt > RUN_MS) return
      await lookAfter(deps, next)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return count
}

async function lookAfter(deps: Deps, { accountId, slug, reference }: DueAccount): Promise<void> {
  const at = { environmentId: reference.environmentId, accountId }
  try {
    const { kind } = await deps.ownerAccounts(reference).care({ v: 1, reference, slug })
    if (kind === 'cared') return
    const next = kind === 'not_installed' ? null : deps.clock() + UNREACHABLE_PAUSE_MS
    await commit(deps.db, [postponeCare(deps.db, at, next)])
  } catch (error) {
    deps.log.warn('care_failed', { account_id: accountId, slug, ...errorFields(error) })
    await commit(deps.db, [postponeCare(deps.db, at, deps.clock() + UNREACHABLE_PAUSE_MS)])
  }
}
