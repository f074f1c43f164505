/**
 * The breaker of an OAuth client: what one account has found out, the others need not. It lies in D1,
 * is asked beside the client itself, and fails open: a D1 that is silent stops nobody.
 */
import { newId } from '../../kit/ids.ts'
import { minutes, seconds } from '../../kit/clock.ts'
import { errorFields } from '../../kit/log.ts'
import type { TokenFailure } from '../../oauth/token-failure.ts'
import {
  claimProbe,
  closeTrouble,
  countConnected,
  countFailure,
  openTrouble,
  troublesOfClient,
  type ClientOf,
  type ClientTrouble,
  type TroubleKind,
} from '../../storage/client-troubles.ts'
import { commit } from '../../storage/database.ts'
import { insertEvent } from '../../storage/events.ts'
import type { Deps } from '../deps.ts'
import { tryRepeatedly } from './try-repeatedly.ts'

export type BreakerAt = ClientOf & { readonly slug: string }

/** An outage ends by itself, and soon; a wrong secret does not. A refused grant asks for itself. */
const PROBE_EVERY_MS: Readonly<Record<TroubleKind, number>> = {
  misconfigured: seconds(60),
  unreachable: seconds(10),
  incident: seconds(60),
}
/** Whoever is held back asks again soon: the probe of another account may have closed it. */
const HELD_BACK_SECONDS = 5
/** Longer than that it is no incident any more, but the truth about these grants. */
const INCIDENT_MAX_MS = 24 * 60 * minutes(1)

/** How many failures within which time open a trouble. */
const LIMITS: Readonly<Record<TroubleKind, { readonly count: number; readonly windowMs: number }>> =
  {
    misconfigured: { count: 3, windowMs: minutes(1) },
    unreachable: { count: 5, windowMs: seconds(10) },
    incident: { count: 5, windowMs: minutes(10) },
  }
/** An incident is also a share of the connected accounts: five of a thousand are just five users. */
const INCIDENT_SHARE = 0.1

/**
 * Asks whether anything may be sent for a client. An incident holds nobody back: a grant that works
 * works, and only what is refused is not believed.
 *
 * @param wasHeld this account's last refusal was not believed; its success says that it was none
 * @returns the troubles that a success would end; or why nothing may be sent
 */
export async function admit(
  deps: Deps,
  at: BreakerAt,
  wasHeld: boolean,
): Promise<
  | { readonly ok: true; readonly probed: readonly ClientTrouble[] }
  | { readonly ok: false; readonly failure: TokenFailure }
> {
  try {
    const now = deps.clock()
    const troubles = await troublesOfClient(deps.db, at)
    const open = troubles.filter(({ openedAt }) => openedAt !== null)
    for (const trouble of open) {
      if (trouble.kind === 'incident') continue
      const mayProbe =
        (trouble.probeAt ?? 0) <= now &&
        (await claimProbe(deps.db, trouble, now + PROBE_EVERY_MS[trouble.kind]))
      if (!mayProbe) return { ok: false, failure: heldBack(trouble) }
    }
    return { ok: true, probed: troubles.filter((one) => endsWithSuccess(one, wasHeld, now)) }
  } catch (error) {
    deps.log.warn('breaker_unreadable', { slug: at.slug, ...errorFields(error) })
    return { ok: true, probed: [] }
  }
}

/** Failures are counted in a row. Users who leave one by one are not undone by one who stays. */
function endsWithSuccess(trouble: ClientTrouble, wasHeld: boolean, now: number): boolean {
  if (trouble.kind !== 'incident') return true
  const isQuiet = trouble.updatedAt <= now - LIMITS.incident.windowMs
  return trouble.openedAt !== null && (wasHeld || isQuiet)
}

const heldBack = ({ kind, code }: ClientTrouble): TokenFailure => ({
  kind: kind === 'misconfigured' ? 'configuration' : 'retry',
  code,
  retryAfterSeconds: HELD_BACK_SECONDS,
})

/** A success: the troubles that it probed are over. */
export async function admitAll(deps: Deps, probed: readonly ClientTrouble[]): Promise<void> {
  if (probed.length === 0) return
  await quietly(deps, async () => {
    // What is not closed now holds everybody back until the next probe.
    const limits = { clock: deps.clock, deadlineMs: deps.timings.sinkDeadlineMs }
    const closed = await tryRepeatedly(4, limits, () =>
      commit(
        deps.db,
        probed.map((trouble) => closeTrouble(deps.db, trouble)),
      ),
    )
    if (!closed.ok) throw closed.failure
    for (const { kind, dataIntegrationId, openedAt } of probed) {
      if (openedAt === null) continue
      deps.log.info('client_recovered', { integration_id: dataIntegrationId, reason: kind })
    }
  })
}

/**
 * Counts what the provider said no to, and may make something else of it: where the whole client is
 * in trouble, no single account is blamed.
 */
export async function judge(
  deps: Deps,
  at: BreakerAt,
  failure: TokenFailure,
): Promise<TokenFailure> {
  const kind = troubleOf(failure)
  if (kind === undefined) return failure
  const now = deps.clock()
  const { count, windowMs } = LIMITS[kind]
  const isBlamed = await quietly(deps, async () => {
    const { code } = failure
    const seen = await countFailure(deps.db, at, { kind, code, windowMs, now })
    const isOld = seen.openedAt !== null && now - seen.openedAt > INCIDENT_MAX_MS
    if (kind === 'incident' && isOld) return false
    const isProven = failure.error === 'invalid_client'
    if (seen.openedAt === null && !isProven && seen.failures < count) return false
    if (kind === 'incident' && seen.openedAt === null) {
      const connected = await countConnected(deps.db, at)
      if (seen.failures < (seen.failures + connected) * INCIDENT_SHARE) return false
    }
    const probeAt = now + PROBE_EVERY_MS[kind]
    if (await openTrouble(deps.db, at, { kind, probeAt, now })) await tell(deps, at, kind, code)
    return true
  })
  if (isBlamed !== true) return failure
  const { kind: ofAccount, code } = failure
  return kind === 'incident'
    ? {
        ...failure,
        kind: 'retry',
        code: 'grants_refused_together',
        retryAfterSeconds: PROBE_EVERY_MS.incident / 1000,
      }
    : { ...failure, kind: ofAccount, code, retryAfterSeconds: HELD_BACK_SECONDS }
}

function troubleOf({ kind, providerStatus, error }: TokenFailure): TroubleKind | undefined {
  if (kind === 'configuration') return 'misconfigured'
  if (kind === 'needs_reauthorization') return error === 'invalid_grant' ? 'incident' : undefined
  if (kind !== 'retry') return undefined
  return providerStatus === undefined ? undefined : 'unreachable'
}

/** The operator learns it from the log, the events and the integration itself; no user does. */
async function tell(deps: Deps, at: BreakerAt, kind: TroubleKind, code: string): Promise<void> {
  const now = deps.clock()
  deps.log.error('client_in_trouble', {
    environment_id: at.environmentId,
    integration_id: at.integrationId,
    slug: at.slug,
    reason: kind,
    code,
  })
  await commit(deps.db, [
    insertEvent(deps.db, {
      id: newId('event', now, deps.random),
      environmentId: at.environmentId,
      name: 'pipes.data_integration.in_trouble',
      data: {
        object: 'data_integration',
        id: at.integrationId,
        provider_slug: at.slug,
        trouble: kind,
        code,
        since: new Date(now).toISOString(),
      },
      createdAt: now,
    }),
  ])
}

async function quietly<T>(deps: Deps, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    deps.log.warn('breaker_unwritable', errorFields(error))
    return undefined
  }
}
