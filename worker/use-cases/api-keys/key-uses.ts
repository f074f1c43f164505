/**
 * Remembers on which day a key was used last: one write for each key, isolate and day. One that fails is
 * tried again a minute later, not with the next request: D1 that is away is not asked at each of them.
 */
import type { KeySnapshot } from '../../domain/vend-check.ts'
import { createBoundedMap } from '../../kit/bounded-map.ts'
import { days, minutes, type Clock } from '../../kit/clock.ts'
import { errorFields, type Logger } from '../../kit/log.ts'
import { recordKeyUse } from '../../storage/api-keys.ts'
import { commit, type Database } from '../../storage/database.ts'

export type KeyUses = {
  /** @param waitUntil keeps the write alive behind the answer */
  note(key: KeySnapshot, waitUntil: (work: Promise<unknown>) => void): void
}

const MAX_REMEMBERED = 10_000
const PAUSE_MS = minutes(1)

export function createKeyUses({
  db,
  clock,
  log,
}: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
}): KeyUses {
  const restsUntil = createBoundedMap<number>(MAX_REMEMBERED)
  return {
    note({ id, environment }, waitUntil) {
      const now = clock()
      if (now < (restsUntil.get(id) ?? 0)) return
      restsUntil.set(id, (Math.floor(now / days(1)) + 1) * days(1))
      const day = new Date(now).toISOString().slice(0, 10)
      const write = recordKeyUse(db, { environmentId: environment.id, keyId: id, day })
      waitUntil(
        commit(db, [write]).catch((error: unknown) => {
          restsUntil.set(id, now + PAUSE_MS)
          log.warn('key_use_not_noted', { key_id: id, ...errorFields(error) })
        }),
      )
    },
  }
}
