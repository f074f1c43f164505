/** What an object keeps beside its decisions: who uses a token, what D1 knows, when it is needed next. */
import type { AccountRecord } from '../domain/grant.ts'
import { hours, seconds } from '../kit/clock.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'
import type { Deps } from '../use-cases/deps.ts'
import { isUnprojected, nextDue } from './due-list.ts'
import { forgotten } from './forgotten.ts'
import { projectDecision, reportObservation } from './projection.ts'

const USE_GRAIN_MS = hours(1)
// An alarm that is due at once would be due again at once, if its work did not succeed.
const MIN_ALARM_MS = seconds(1)

export class Bookkeeping {
  readonly #ctx: DurableObjectState
  readonly #deps: Deps
  readonly #records: AccountRecords
  readonly #noting = new Set<string>()

  constructor(ctx: DurableObjectState, deps: Deps, records: AccountRecords) {
    this.#ctx = ctx
    this.#deps = deps
    this.#records = records
  }

  /** Remembers that a token was asked for, once for each token and once an hour, behind the answer. */
  noteUse({ accountId, credential, lastUsedAt }: AccountRecord, now: number): void {
    const isNoted =
      lastUsedAt !== null &&
      lastUsedAt >= (credential?.obtainedAt ?? 0) &&
      now - lastUsedAt < USE_GRAIN_MS
    if (isNoted || this.#noting.has(accountId)) return
    this.#noting.add(accountId)
    // A write holds back every answer that is still to leave: this one is left to go first.
    const note = scheduler.wait(0).then(async () => {
      this.#noting.delete(accountId)
      const record = this.#records.get(accountId)
      if (record?.credential == null) return
      this.#records.put({ ...record, lastUsedAt: Math.max(now, record.credential.obtainedAt) })
      await this.plan()
      await this.tell(accountId)
    })
    this.#ctx.waitUntil(note)
  }

  /** Sets the alarm to what is due first. */
  async plan(): Promise<void> {
    const now = this.#deps.clock()
    const due = nextDue(this.#records.all(), this.#deps.timings, now)
    if (due === null) return
    const at = Math.max(due, now + MIN_ALARM_MS)
    const planned = await this.#ctx.storage.getAlarm()
    if (planned === null || planned > at) await this.#ctx.storage.setAlarm(at)
  }

  /**
   * Tells D1 what it has not acknowledged, and how the account fares.
   *
   * @returns whether D1 knows every decision that was made before the call
   */
  async tell(accountId: string): Promise<boolean> {
    const record = this.#records.get(accountId)
    if (record === undefined) return true
    if (!isUnprojected(record)) {
      await reportObservation(this.#deps, record)
      return true
    }
    if (!(await projectDecision(this.#deps, record))) return false
    const current = this.#records.get(accountId)
    if (current === undefined) return true
    const isTold = current.sequence === record.sequence
    const { decidedBy, ...rest } = current
    this.#records.put({
      ...rest,
      ...(isTold || decidedBy === undefined ? {} : { decidedBy }),
      projected: record.sequence,
      projectedStatus: record.status,
      // What D1 has been told to give back is D1's to give back.
      revoking: isTold ? null : current.revoking,
    })
    return true
  }

  /**
   * The same, also of what D1 acknowledged and has forgotten since.
   *
   * @returns false when D1 is silent
   */
  async remind(accountId: string): Promise<boolean> {
    const record = this.#records.get(accountId)
    if (record !== undefined && !isUnprojected(record)) {
      const lacks = await forgotten(this.#deps, record)
      if (!lacks.ok) return false
      const current = this.#records.get(accountId)
      const isSame = current?.sequence === record.sequence
      if (lacks.value !== undefined && isSame) this.#records.put({ ...current, ...lacks.value })
    }
    return this.tell(accountId)
  }
}
