/**
 * Whether the ring's keys are those that sealed what is stored. A ring with other bytes under a known id
 * opens nothing, and what would be sealed with it nobody could open once the right one is back: so it is
 * noticed before anything is sealed, and said once for all instead of for each row.
 */
import { seconds, type Clock } from '../../kit/clock.ts'
import { errorFields, type Logger } from '../../kit/log.ts'
import type { Database } from '../../storage/database.ts'
import { FIRST_ROW } from '../../storage/key-place.ts'
import { rowsUnderKey } from '../../storage/key-use.ts'
import { openDataKey } from '../../vault/envelope.ts'
import type { Keyring } from '../../vault/keyring.ts'
import { tryRepeatedly } from '../tokens/try-repeatedly.ts'

/** Of each table. One row that does not open may be a broken row; of several, one opens if the key is right. */
const SAMPLES = 3
const FEWEST = 2
const LOOK_AGAIN_MS = seconds(30)

export type RingCheckParts = {
  readonly db: Database
  readonly keyring: Keyring
  readonly clock: Clock
  readonly log: Logger
  /** How long a request waits for D1 here, milliseconds; with D1 silent nothing is known. */
  readonly deadlineMs: number
}

/**
 * Makes the check of one isolate. An active key that has opened something is not looked at again.
 *
 * @returns a function that says which key is not the one it should be; null when none is known to be
 */
export function createRingCheck(parts: RingCheckParts): () => Promise<string | null> {
  let known: { readonly kid: string | null; readonly until: number } | undefined
  return async () => {
    if (known !== undefined && known.until > parts.clock()) return known.kid
    const found = await tryRepeatedly(1, parts, () => lookAt(parts))
    if (!found.ok) {
      parts.log.warn('ring_unchecked', errorFields(found.failure))
      return null
    }
    const { wrong, isProven } = found.value
    known = { kid: wrong, until: isProven ? Infinity : parts.clock() + LOOK_AGAIN_MS }
    if (wrong !== null) parts.log.error('vault_key_wrong', { kid: wrong })
    return wrong
  }
}

type Finding = { readonly wrong: string | null; readonly isProven: boolean }

async function lookAt({ db, keyring }: RingCheckParts): Promise<Finding> {
  let isProven = false
  for (const kid of keyring.ids) {
    const { rows } = await rowsUnderKey(db, kid, FIRST_ROW, SAMPLES)
    const opened = await Promise.all(
      rows.map(({ environmentId, subject, wrapped }) =>
        openDataKey(keyring, wrapped, { environmentId, subject }),
      ),
    )
    const isOpening = opened.some(({ ok }) => ok)
    if (!isOpening && rows.length >= FEWEST) return { wrong: kid, isProven: false }
    if (isOpening && kid === keyring.activeId) isProven = true
  }
  return { wrong: null, isProven }
}
