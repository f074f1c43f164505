/**
 * One object per owner and integration. It decides: it vends, grants the lease of a refresh, holds
 * the callers that wait for it, and writes the tombstone of a disconnect. It keeps sealed bytes
 * only; opening, sending and sealing are the exchanger's, so that a killed object loses no answer.
 */
import { DurableObject } from 'cloudflare:workers'
import {
  accepts,
  committed,
  decide,
  installed,
  leased,
  needsReauthorization,
  refused,
  tombstoned,
} from '../domain/account-record.ts'
import type {
  AccountRecord,
  CommitOutcome,
  CommitRequest,
  DisconnectOutcome,
  DisconnectRequest,
  InstallOutcome,
  InstallRequest,
  RefusalRequest,
  VendOutcome,
  VendRequest,
} from '../domain/grant.ts'
import { minutes, seconds } from '../kit/clock.ts'
import type { Deps, OwnerAccountsPort } from '../use-cases/deps.ts'
import { createDeps } from '../runtime/create-deps.ts'
import { openAccountRecords, type AccountRecords } from '../storage/object/account-records.ts'
import { hydrateAccount, projectDecision } from './projection.ts'
import { newLease, refreshJob } from './refresh-job.ts'
import { Settlements } from './settlements.ts'
import { outlive, recover, type RefreshEnd, type UnsettledParts } from './unsettled-lease.ts'
import { active, isAlive, unavailable, waiting } from './vend-answer.ts'

const MISS_LIFETIME_MS = seconds(30)
const REPAIR_AFTER_MS = minutes(1)

export class OwnerAccounts extends DurableObject<Env> implements OwnerAccountsPort {
  readonly #deps: Deps
  readonly #records: AccountRecords
  readonly #flights = new Map<string, Promise<RefreshEnd>>()
  readonly #settlements = new Settlements()
  readonly #parts: UnsettledParts
  #missUntil = 0
  #served: { readonly record: AccountRecord; readonly text: string } | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#deps = createDeps(env, ctx)
    this.#records = openAccountRecords(ctx.storage.sql)
    this.#parts = {
      deps: this.#deps,
      records: this.#records,
      settlements: this.#settlements,
      decided: (before, after) => this.#decided(before, after),
    }
  }

  /**
   * The answer to nearly every call, as text: without a promise, and written once for a record.
   *
   * @param request a `VendRequest` as JSON, read only when the record alone does not say enough
   */
  vendText(request: string): string | Promise<string> {
    const record = this.#live()
    const now = this.#deps.clock()
    if (record !== undefined && decide(record, now, this.#deps.timings).kind === 'serve') {
      if (this.#served?.record !== record) {
        this.#served = { record, text: JSON.stringify(active(record)) }
      }
      return this.#served.text
    }
    return this.vend(JSON.parse(request) as VendRequest).then((outcome) => JSON.stringify(outcome))
  }

  /** A fresh credential, or why there is none. Waits for a refresh; never starts a second one. */
  async vend(request: VendRequest): Promise<VendOutcome> {
    if (this.#records.hasUnknownVersion()) return unavailable('unsupported_version', 60)
    if (this.#records.all().length === 0) {
      const isKnown = await this.#hydrate(request)
      if (!isKnown) return unavailable('storage_unavailable', 5)
    }
    const record = this.#live()
    return record === undefined ? { kind: 'not_installed' } : this.#answer(record)
  }

  /** Takes a new grant: the first one, or the next one over the same account. Idempotent. */
  async install(request: InstallRequest): Promise<InstallOutcome> {
    const previous = this.#live()
    if (previous?.credential?.grantId === request.credential.grantId) {
      return { kind: 'installed', sequence: previous.sequence, replaced: null }
    }
    // Grant ids are ordered in time. A step that is repeated after something else has happened
    // must not bring back what was disconnected or replaced since.
    const isOld = this.#records
      .all()
      .some(({ newestGrantId }) => request.credential.grantId <= newestGrantId)
    if (isOld || this.#records.hasUnknownVersion()) return { kind: 'superseded' }
    const isSameAccount = previous?.accountId === request.accountId
    // Its own history, a tombstone's too: a count that began again would never reach D1.
    const record = installed(this.#records.get(request.accountId), request)
    this.#records.put(record)
    if (previous !== undefined && !isSameAccount) this.#records.put(tombstoned(previous))
    this.#missUntil = 0
    this.#settlements.settle(request.accountId)
    await this.#repairLater()

    const old = previous?.credential ?? null
    return {
      kind: 'installed',
      sequence: record.sequence,
      replaced:
        previous === undefined || old === null
          ? null
          : {
              accountId: previous.accountId,
              clientVersionId: previous.clientVersionId,
              credential: old,
            },
    }
  }

  /** Takes the provider's answer. A higher epoch of the same grant is always true, however late. */
  async commit(request: CommitRequest): Promise<CommitOutcome> {
    const record = this.#records.get(request.accountId)
    const kind = accepts(record, request)
    if (kind === 'committed' && record !== undefined) {
      this.#decided(record, committed(record, request))
    }
    this.#settlements.settle(request.accountId)
    return { kind }
  }

  /** Takes the provider's refusal, if it is about the credential that is still the current one. */
  async refuse(request: RefusalRequest): Promise<void> {
    const record = this.#records.get(request.accountId)
    if (record?.lease?.id === request.leaseId && record.credential?.grantId === request.grantId) {
      const jitter = this.#deps.random(1)[0] ?? 0
      this.#decided(record, refused(record, request.failure, this.#deps.clock(), jitter / 256))
    }
    this.#settlements.settle(request.accountId)
  }

  /** Writes the tombstone. From here on nothing is vended, and a late answer is only revoked. */
  async disconnect(request: DisconnectRequest): Promise<DisconnectOutcome> {
    if (this.#records.hasUnknownVersion()) return { kind: 'unavailable' }
    if (this.#records.all().length === 0) {
      const isKnown = await this.#hydrate(request)
      if (!isKnown) return { kind: 'unavailable' }
    }
    const record = this.#live()
    if (record === undefined) return { kind: 'not_installed' }
    if (request.accountId !== undefined && request.accountId !== record.accountId) {
      return { kind: 'not_installed' }
    }
    const tombstone = tombstoned(record)
    this.#records.put(tombstone)
    this.#settlements.settle(record.accountId)
    await this.#repairLater()
    return {
      kind: 'disconnected',
      accountId: record.accountId,
      sequence: tombstone.sequence,
      createdAt: record.createdAt,
      grant:
        record.credential === null
          ? null
          : {
              accountId: record.accountId,
              clientVersionId: record.clientVersionId,
              credential: record.credential,
            },
    }
  }

  /** Tells D1 what it has not acknowledged. Never throws: an alarm that throws six times is dropped. */
  override async alarm(): Promise<void> {
    for (const record of this.#records.all()) await this.#project(record.accountId)
  }

  async #answer(found: AccountRecord): Promise<VendOutcome> {
    let record = found
    let hasRefreshed = false
    for (;;) {
      const decision = decide(record, this.#deps.clock(), this.#deps.timings)
      switch (decision.kind) {
        case 'not_installed':
          return { kind: 'not_installed' }
        case 'needs_reauthorization':
          return { kind: 'needs_reauthorization', reason: record.reason }
        case 'serve_and_refresh':
          this.ctx.waitUntil(this.#refresh(record.accountId))
          return active(record)
        case 'serve':
          return active(record)
        case 'expire':
          this.#decided(record, needsReauthorization(record, 'access_token_expired'))
          break
        case 'wait':
          return unavailable(decision.code, decision.retryAfterSeconds)
        case 'refresh': {
          // A provider may hand out tokens that live shorter than our margin: serve them once.
          if (hasRefreshed) {
            const now = this.#deps.clock()
            return isAlive(record, now) ? active(record) : waiting(record, now)
          }
          const end = await this.#refresh(record.accountId)
          if (end === 'recovering') return unavailable('refresh_recovering', 5)
          hasRefreshed = true
        }
      }
      const current = this.#live()
      if (current === undefined) return { kind: 'not_installed' }
      record = current
    }
  }

  /** One refresh at a time; everybody who comes meanwhile gets the same promise. */
  #refresh(accountId: string): Promise<RefreshEnd> {
    const running = this.#flights.get(accountId)
    if (running !== undefined) return running
    const flight = this.#runRefresh(accountId).finally(() => this.#flights.delete(accountId))
    this.#flights.set(accountId, flight)
    return flight
  }

  async #runRefresh(accountId: string): Promise<RefreshEnd> {
    const before = this.#records.get(accountId)
    if (before?.lease != null) {
      const end = await outlive(this.#parts, accountId, before.lease)
      if (end !== 'not_found') return end
    }

    const record = this.#records.get(accountId)
    if (record?.credential == null || record.status !== 'connected') return 'settled'
    const lease = newLease(record.credential.epoch, record.uncertain, this.#deps)
    this.#records.put(leased(record, lease))
    try {
      await this.ctx.exports.TokenExchanger.refresh(refreshJob(record, lease, record.credential))
    } catch {
      // The exchanger works under waitUntil: a broken call is not a broken exchange.
      await this.#settlements.wait(accountId, lease.deadline - this.#deps.clock())
    }
    const end = await recover(this.#parts, accountId, lease.id)
    return end === 'not_found' ? 'settled' : end
  }

  async #hydrate(request: VendRequest | DisconnectRequest): Promise<boolean> {
    if (this.#missUntil > this.#deps.clock()) return true
    const found = await hydrateAccount(this.#deps, request)
    if (!found.ok) return false
    // Somebody may have installed a grant while D1 was asked.
    if (this.#records.all().length > 0) return true
    if (found.value === undefined) this.#missUntil = this.#deps.clock() + MISS_LIFETIME_MS
    else this.#records.put(found.value)
    return true
  }

  #live(): AccountRecord | undefined {
    return this.#records.all().find((record) => record.status !== 'disconnected')
  }

  /** Keeps a decision, and tells D1 of it without making anybody wait. */
  #decided(before: AccountRecord, after: AccountRecord): void {
    this.#records.put(after)
    if (after.sequence === before.sequence) return
    this.ctx.waitUntil(this.#repairLater().then(() => this.#project(after.accountId)))
  }

  async #repairLater(): Promise<void> {
    const planned = await this.ctx.storage.getAlarm()
    if (planned === null) await this.ctx.storage.setAlarm(this.#deps.clock() + REPAIR_AFTER_MS)
  }

  async #project(accountId: string): Promise<void> {
    const record = this.#records.get(accountId)
    if (record === undefined || record.projected >= record.sequence) return
    if (!(await projectDecision(this.#deps, record))) return this.#repairLater()
    const current = this.#records.get(accountId)
    if (current === undefined) return
    const projectedStatus = record.status
    this.#records.put({ ...current, projected: record.sequence, projectedStatus })
  }
}
