/** One connection as an operator looks at it: what it is, and what has happened to it. No token is read. */
import type { ConnectedAccount } from '../../domain/integration.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { readPast, type AccountPast } from '../../storage/account-timeline.ts'
import { accountById } from '../../storage/connected-accounts.ts'
import type { Deps } from '../deps.ts'

export type TimelineEntry = {
  readonly id: string
  readonly at: number
  readonly kind:
    | 'connect_started'
    | 'connect_failed'
    | 'connected'
    | 'refreshed'
    | 'refresh_failed'
    | 'reauthorization_needed'
    | 'grant_given_back'
    | 'disconnected'
  readonly class: string | null
  readonly code: string | null
}

export type AccountPage = {
  readonly account: ConnectedAccount
  /** The newest first. */
  readonly timeline: readonly TimelineEntry[]
}

const MAX_ENTRIES = 100

/** What was disconnected is there as long as its row; what nobody has finished connecting is not. */
export async function readAccountPage(
  deps: Deps,
  environmentId: string,
  accountId: string,
): Promise<Result<AccountPage, { readonly kind: 'account_id_unknown' }>> {
  const account = await accountById(deps.db, environmentId, accountId)
  if (account === undefined || account.state === 'pending') {
    return fail({ kind: 'account_id_unknown' })
  }
  const past = await readPast(deps.db, account)
  const timeline = entriesOf(past).toSorted((one, other) => other.at - one.at)
  return ok({ account, timeline: timeline.slice(0, MAX_ENTRIES) })
}

const KIND_OF_EVENT: Readonly<Record<string, TimelineEntry['kind']>> = {
  'pipes.account_connection.connected': 'connected',
  'pipes.account_connection.reauthorization_needed': 'reauthorization_needed',
  'pipes.account_connection.disconnected': 'disconnected',
}

function entriesOf(past: AccountPast): TimelineEntry[] {
  const nothing = { class: null, code: null }
  return [
    ...past.told.flatMap(({ id, name, at }) => {
      const kind = KIND_OF_EVENT[name]
      return kind === undefined ? [] : [{ ...nothing, id, at, kind }]
    }),
    // The first credential of a grant came with the connection.
    ...past.refreshes
      .filter(({ epoch }) => epoch > 1)
      .map(({ grantId, epoch, at }) => ({
        ...nothing,
        id: `${grantId}_${epoch}`,
        at,
        kind: 'refreshed' as const,
      })),
    ...past.failures.map((failure) => ({
      id: `refresh_failure_${failure.at}`,
      at: failure.at,
      kind: 'refresh_failed' as const,
      class: failure.class,
      code: failure.code,
    })),
    ...past.givenBack.map(({ grantId, epoch, outcome, at }) => ({
      ...nothing,
      id: `revocation_${grantId}_${epoch}`,
      at,
      kind: 'grant_given_back' as const,
      code: outcome,
    })),
    ...past.attempts.flatMap(({ id, status, code, startedAt, endedAt }) => [
      { ...nothing, id, at: startedAt, kind: 'connect_started' as const },
      ...(status === 'failed' || status === 'rejected'
        ? [{ ...nothing, id: `${id}_end`, at: endedAt, kind: 'connect_failed' as const, code }]
        : []),
    ]),
  ]
}
