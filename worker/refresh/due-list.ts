/** One due-list for everything that an owner's object does by itself; its alarm is the minimum. */
import { proactiveRefreshAt } from '../domain/care.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type { Timings } from '../domain/timings.ts'
import { days, minutes } from '../kit/clock.ts'

const REPAIR_AFTER_MS = minutes(1)
// So long a step that was begun before the disconnect may still be repeated.
const TOMBSTONE_LIFETIME_MS = days(1)

/** Whether D1 lacks a decision of this record. */
export const isUnprojected = ({ projected, sequence }: AccountRecord): boolean =>
  projected < sequence

/** Whether a tombstone has done its duty: D1 knows of it, and it is old. */
export const isErasable = (record: AccountRecord, now: number): boolean =>
  (erasableAt(record) ?? Infinity) <= now

function erasableAt(record: AccountRecord): number | null {
  if (record.status !== 'disconnected' || isUnprojected(record)) return null
  return record.revoking === null ? (record.endedAt ?? 0) + TOMBSTONE_LIFETIME_MS : null
}

/** @returns when the object is needed next, epoch milliseconds; null when it never is */
export function nextDue(
  records: readonly AccountRecord[],
  timings: Timings,
  now: number,
): number | null {
  const times = records.flatMap((record) => [
    isUnprojected(record) ? now + REPAIR_AFTER_MS : null,
    proactiveRefreshAt(record, timings),
    erasableAt(record),
  ])
  const due = times.filter((time) => time !== null)
  return due.length === 0 ? null : Math.min(...due)
}
