/**
 * The net under the objects' alarms, and the keep-alive: asks the objects of accounts that are due to
 * look after themselves. Only what is due is read, in batches; a run that is cut short goes on with
 * the next one, because an account that was looked after is not due any more.
 */
import { days, hours, minutes } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import { deleteAbandonedAccount } from '../../storage/connection-slots.ts'
import { commit } from '../../storage/database.ts'
import { dueAccounts, postponeCare, type DueAccount } from '../../storage/observations.ts'
import type { Deps } from '../deps.ts'

const AT_ONCE = 10
const PAGE = 500
const RUN_MS = minutes(5)
const UNREACHABLE_PAUSE_MS = hours(1)
/** What an environment does not keep alive is looked at again: by then it may want to. */
const LEFT_PAUSE_MS = days(7)

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

async function lookAfter(deps: Deps, due: DueAccount): Promise<void> {
  const { accountId, slug, reference, keepAliveDays } = due
  const at = { environmentId: reference.environmentId, accountId }
  try {
    const object = deps.ownerAccounts(reference)
    const outcome = await object.care({ v: 1, reference, slug, accountId, keepAliveDays })
    const { kind } = outcome
    if (kind === 'cared') {
      if (outcome.isLeft !== true) return
      return await commit(deps.db, [postponeCare(deps.db, at, deps.clock() + LEFT_PAUSE_MS)])
    }
    await commit(
      deps.db,
      kind === 'not_installed'
        ? // The rest of a connection that nobody finished, or of one that has ended.
          [...deleteAbandonedAccount(deps.db, at, deps.clock()), postponeCare(deps.db, at, null)]
        : [postponeCare(deps.db, at, deps.clock() + UNREACHABLE_PAUSE_MS)],
    )
  } catch (error) {
    deps.log.warn('care_failed', { account_id: accountId, slug, ...errorFields(error) })
    await commit(deps.db, [postponeCare(deps.db, at, deps.clock() + UNREACHABLE_PAUSE_MS)])
  }
}
