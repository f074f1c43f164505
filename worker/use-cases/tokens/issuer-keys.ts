/**
 * The isolate's view of issuers' keys, at most ten minutes old. One request fetches, and the others
 * wait for what it stores: the promise itself belongs to the request that made it. A key that is not
 * there is looked for again once in 30 s, and a host that does not answer is asked again after 5 s.
 */
import {
  verificationKeys,
  type VerificationKeys,
  type WantedKey,
} from '../../auth/verification-keys.ts'
import type { UserTokenIssuer } from '../../domain/environment.ts'
import { createBoundedMap } from '../../kit/bounded-map.ts'
import { hours, minutes, seconds, type Clock } from '../../kit/clock.ts'
import type { Logger } from '../../kit/log.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { Egress } from '../../kit/safe-fetch.ts'
import { fetchKeySet, KEY_SET_DEADLINE_MS } from '../../oauth/key-set.ts'

const LIFETIME_MS = minutes(10)
/** While the host is silent, what it said before goes on to count for so long. */
const STALE_MS = hours(1)
const UNKNOWN_PAUSE_MS = seconds(30)
const FAILED_PAUSE_MS = seconds(5)
const LOOK_MS = 25
const MAX_SETS = 64

export type KeysUnavailable = {
  readonly kind: 'user_token_keys_unavailable'
  readonly retryAfterSeconds: number
}

/** Who asks, and how: a set is kept for one environment, and fetched as that environment may fetch. */
export type IssuerKeysRequest = {
  readonly environmentId: string
  readonly egress: Egress
  readonly waitUntil: (work: Promise<unknown>) => void
}

export type IssuerKeys = (
  request: IssuerKeysRequest,
  issuer: Pick<UserTokenIssuer, 'jwksUri'>,
  wanted: WantedKey,
) => Promise<Result<readonly CryptoKey[], KeysUnavailable>>

/** Times in epoch milliseconds. Handles of public keys, and no promise. */
type Entry = {
  readonly keys: VerificationKeys | null
  readonly fetchedAt: number
  readonly failedAt: number
  /** Until when the request that fetches may be waited for. */
  readonly busyUntil: number
}

const NOTHING: Entry = { keys: null, fetchedAt: -Infinity, failedAt: -Infinity, busyUntil: 0 }

export function createIssuerKeys({
  clock,
  log,
}: {
  readonly clock: Clock
  readonly log: Logger
}): IssuerKeys {
  const sets = createBoundedMap<Entry>(MAX_SETS)
  const entryOf = (name: string): Entry => sets.get(name) ?? NOTHING

  const fetchInto = async (name: string, jwksUri: string, request: IssuerKeysRequest) => {
    sets.set(name, { ...entryOf(name), busyUntil: clock() + KEY_SET_DEADLINE_MS })
    const fetched = await fetchKeySet(request.egress, jwksUri)
    const now = clock()
    if (fetched.ok) {
      const keys = verificationKeys(fetched.value)
      sets.set(name, { ...NOTHING, keys, fetchedAt: now })
      return
    }
    sets.set(name, { ...entryOf(name), failedAt: now, busyUntil: 0 })
    log.warn('issuer_keys_unreadable', {
      environment_id: request.environmentId,
      provider_host: new URL(jwksUri).host,
      reason: fetched.failure.reason,
    })
  }

  return async (request, { jwksUri }, wanted) => {
    const name = `${request.environmentId}\n${jwksUri}`
    for (;;) {
      const entry = entryOf(name)
      const { keys, fetchedAt, failedAt, busyUntil } = entry
      const now = clock()
      const age = now - fetchedAt
      const found = keys === null ? [] : await keys(wanted)
      // Meanwhile another request may have begun to fetch, or have fetched.
      if (entryOf(name) !== entry) continue
      if (found.length > 0 && age < LIFETIME_MS) return ok(found)
      if (keys !== null && found.length === 0 && age < UNKNOWN_PAUSE_MS) return ok(found)
      if (now < busyUntil) {
        await pause(LOOK_MS)
        continue
      }
      if (now - failedAt < FAILED_PAUSE_MS) {
        if (found.length > 0 && age < STALE_MS) return ok(found)
        const retryAfterSeconds = FAILED_PAUSE_MS / seconds(1)
        return fail({ kind: 'user_token_keys_unavailable', retryAfterSeconds })
      }
      const work = fetchInto(name, jwksUri, request)
      // A caller who hangs up does not take the keys from those who wait.
      request.waitUntil(work)
      await work
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
