/** Remembers on which day a key was used last: one write for each key, isolate and day; tried again if it fails. */
import type { KeySnapshot } from '../../domain/vend-check.ts'
import { createBoundedMap } from '../../kit/bounded-map.ts'
import { days, type Clock } from '../../kit/clock.ts'
import { errorFields, type Logger } from '../../kit/log.ts'
import { recordKeyUse } from '../../storage/api-keys.ts'
import { commit, type Database } from '../../storage/database.ts'

export type KeyUses = {
  /** @param waitUntil keeps the write alive behind the answer */
  note(key: KeySnapshot, waitUntil: (work: Promise<unknown>) => void): void
}

const MAX_REMEMBERED = 10_000

export function createKeyUses({
  db,
  clock,
  log,
}: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
}): KeyUses {
  const noted = createBoundedMap<number>(MAX_REMEMBERED)
  return {
    note({ id, environment }, waitUntil) {
      const now = clock()
      const dayNumber = Math.floor(now / days(1))
      if (noted.get(id) === dayNumber) return
      noted.set(id, dayNumber)
      const day = new Date(now).toISOString().slice(0, 10)
      const write = recordKeyUse(db, { environmentId: environment.id, keyId: id, day })
      waitUntil(
        commit(db, [write]).catch((error: unknown) => {
          noted.delete(id)
          log.warn('key_use_not_noted', { key_id: id, ...errorFields(error) })
        }),
      )
    },
  }
}
