/** How an environment fares, from counters: as fast with a million connections as with none. */
import { days } from '../../kit/clock.ts'
import { isAnyUsed } from '../../storage/account-search.ts'
import { troublesOf, type ClientTrouble } from '../../storage/client-troubles.ts'
import {
  connectionCountsOf,
  dailyCountsSince,
  type ConnectionCount,
  type DailyCount,
} from '../../storage/counters.ts'
import { integrationsOf, type IntegrationRow } from '../../storage/data-integrations.ts'
import type { Deps } from '../deps.ts'

const OVERVIEW_DAYS = 30

export type Overview = {
  readonly integrations: readonly IntegrationRow[]
  readonly counts: readonly ConnectionCount[]
  /** Of the last thirty days, in their order; a day without anything has no rows. */
  readonly daily: readonly DailyCount[]
  /** Each of these days as `2026-11-30`, in UTC, today last. */
  readonly days: readonly string[]
  readonly troubles: readonly ClientTrouble[]
  readonly hasToken: boolean
}

export async function readOverview(deps: Deps, environmentId: string): Promise<Overview> {
  const now = deps.clock()
  const shown = Array.from({ length: OVERVIEW_DAYS }, (_, index) =>
    new Date(now - days(OVERVIEW_DAYS - 1 - index)).toISOString().slice(0, 10),
  )
  const [integrations, counts, daily, troubles, hasToken] = await Promise.all([
    integrationsOf(deps.db, environmentId),
    connectionCountsOf(deps.db, environmentId),
    dailyCountsSince(deps.db, environmentId, shown[0] ?? ''),
    troublesOf(deps.db, environmentId),
    isAnyUsed(deps.db, environmentId),
  ])
  return { integrations, counts, daily, days: shown, troubles, hasToken }
}
