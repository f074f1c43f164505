/**
 * One object per owner and integration, for all connections between the two, each for itself. It
 * decides: it vends, grants the lease of a refresh, holds the callers that wait for it, gives each
 * connection its role, and writes the tombstone of a disconnect. It keeps sealed bytes
 * only; opening, sending and sealing are the exchanger's, so that a killed object loses no answer.
 */
import { DurableObject } from 'cloudflare:workers'
import { decide, leased } from '../domain/account-record.ts'
import type { Selection } from '../domain/connections.ts'
import type { AccountRecord } from '../domain/grant.ts'
import type {
  CareOutcome,
  CareRequest,
  CommitOutcome,
  CommitRequest,
  DisconnectOutcome,
  DisconnectRequest,
  InstallOutcome,
  InstallRequest,
  PreferOutcome,
  PreferRequest,
  ReadOutcome,
  RefusalRequest,
  RejectOutcome,
  RejectRequest,
  RewrapOutcome,
  VendOutcome,
  VendRequest,
} from '../domain/object-messages.ts'
import { seconds } from '../kit/clock.ts'
import type { Deps, OwnerAccountsPort } from '../use-cases/deps.ts'
import { createDeps } from '../runtime/create-deps.ts'
import { openAccountRecords, type AccountRecords } from '../storage/object/account-records.ts'
import { scrubAccounts } from '../storage/object/scrub.ts'
import { answerVend, type Vending } from './answer-vend.ts'
import { Bookkeeping } from './bookkeeping.ts'
import { careFor } from './care-for.ts'
import { endAccount } from './end-account.ts'
import { lookAfter } from './look-after.ts'
import type { ObjectParts, Whose } from './object-parts.ts'
import { addUnknown, holds } from './hydration.ts'
import { hydrateAccounts } from './projection.ts'
import { newLease, refreshJob } from './refresh-job.ts'
import { preferAccount } from './prefer-account.ts'
import { rejectCredential } from './reject-credential.ts'
import { rewrapRecords } from './rewrap-record.ts'
import { takeAnswer, takeRefusal } from './settle-lease.ts'
import { Settlements } from './settlements.ts'
import { takeGrant } from './take-grant.ts'
import { outlive, recover, type RefreshEnd } from './unsettled-lease.ts'
import { orTooLong } from './or-too-long.ts'
import {
  active,
  meantOf,
  readOf,
  selectedForUse,
  selectionRequired,
  unavailable,
  usedOf,
} from './vend-answer.ts'

const MISS_LIFETIME_MS = seconds(30)

export class OwnerAccounts extends DurableObject<Env> implements OwnerAccountsPort {
  readonly #deps: Deps
  readonly #records: AccountRecords
  readonly #flights = new Map<string, Promise<RefreshEnd>>()
  readonly #settlements = new Settlements()
  readonly #parts: ObjectParts
  readonly #books: Bookkeeping
  readonly #vending: Vending
  #missUntil = 0
  readonly #served = new WeakMap<AccountRecord, string>()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#deps = createDeps(env, ctx)
    this.#records = openAccountRecords(ctx.storage.sql)
    this.#books = new Bookkeeping(ctx, this.#deps, this.#records)
    this.#vending = {
      deps: this.#deps,
      records: this.#records,
      noteUse: (record, now) => this.#books.noteUse(record, now),
      decided: (before, after) => this.#decided(before, after),
      refresh: (accountId) => this.#refresh(accountId),
      behind: (work) => this.ctx.waitUntil(work),
    }
    this.#parts = {
      deps: this.#deps,
      records: this.#records,
      settlements: this.#settlements,
      ensure: (whose) => this.#ensure(whose),
      decided: (before, after) => this.#decided(before, after),
      plan: () => this.#books.plan(),
      tell: (accountId) => this.#books.tell(accountId),
    }
  }

  /**
   * The answer to nearly every call, as text: without a promise, and written once for a record.
   *
   * @param request a `VendRequest` as JSON, read only when the record alone does not say enough
   * @param isSelective whether it says which connection is meant; callers of an older version never do
   */
  vendText(request: string, isSelective = false): string | Promise<string> {
    const record = isSelective
      ? usedOf(this.#records, JSON.parse(request) as VendRequest)
      : this.#records.usual()
    const now = this.#deps.clock()
    if (record !== undefined && decide(record, now, this.#deps.timings).kind === 'serve') {
      this.#books.noteUse(record, now)
      const served = this.#served.get(record)
      if (served !== undefined) return served
      const text = JSON.stringify(active(record))
      this.#served.set(record, text)
      return text
    }
    return this.vend(JSON.parse(request) as VendRequest).then((outcome) => JSON.stringify(outcome))
  }

  /** A fresh credential, or why there is none. Waits for a refresh; never starts a second one. */
  async vend(request: VendRequest): Promise<VendOutcome> {
    if (this.#records.hasUnknownVersion()) return unavailable('unsupported_version', 60)
    if (!(await this.#ensure(request))) return unavailable('storage_unavailable', 5)
    const found = selectedForUse(this.#records, request)
    if (found.kind === 'one') return this.#answer(found.connection, request)
    return found.kind === 'none' ? { kind: 'not_installed' } : selectionRequired(found.connections)
  }

  /** The credential as it is once no refresh of it is under way; the compatibility one unless it is named. */
  async read(request: VendRequest): Promise<ReadOutcome> {
    if (this.#records.hasUnknownVersion()) return { kind: 'unavailable', retryAfterSeconds: 60 }
    if (!(await this.#ensure(request))) return { kind: 'unavailable', retryAfterSeconds: 5 }
    const found = meantOf(this.#records, request)
    if (found?.lease != null) await orTooLong(this.#refresh(found.accountId), this.#deps.timings)
    return readOf(meantOf(this.#records, request))
  }

  async install(request: InstallRequest): Promise<InstallOutcome> {
    this.#missUntil = 0
    return takeGrant(this.#parts, request)
  }

  async commit(request: CommitRequest): Promise<CommitOutcome> {
    return takeAnswer(this.#parts, request)
  }

  async refuse(request: RefusalRequest): Promise<void> {
    if (!takeRefusal(this.#parts, request)) return
    await this.ctx.storage.sync()
    this.ctx.abort('the key ring of this object is an old one')
  }

  async disconnect(request: DisconnectRequest): Promise<DisconnectOutcome> {
    return endAccount(this.#parts, request)
  }

  async prefer(request: PreferRequest): Promise<PreferOutcome> {
    return preferAccount(this.#parts, request)
  }

  /** One forced refresh of a credential that the provider refused to a caller. */
  async reject(request: RejectRequest): Promise<RejectOutcome> {
    return rejectCredential(this.#parts, request, {
      refresh: (accountId) => orTooLong(this.#refresh(accountId), this.#deps.timings),
      answer: (record) => this.#answer(record, { accountId: record.accountId }),
    })
  }

  /** Does what is due: what its lost alarm should have done, or a keep-alive. Tells D1 the rest. */
  async care(request: CareRequest): Promise<CareOutcome> {
    if (this.#records.hasUnknownVersion()) return { kind: 'unavailable' }
    if (!(await this.#ensure(request))) return { kind: 'unavailable' }
    const meant = this.#records
      .live()
      .filter(({ accountId }) => accountId === (request.accountId ?? accountId))
    if (meant.length === 0) {
      if (request.accountId !== undefined) await this.#books.remind(request.accountId)
      return { kind: 'not_installed' }
    }
    const { keepAliveDays } = request
    const refresh = (id: string) => this.#refresh(id)
    const left = await Promise.all(
      meant.map((record) => careFor(this.#parts, this.#books, record, keepAliveDays, refresh)),
    )
    await this.#books.plan()
    return left.every(Boolean) ? { kind: 'cared', isLeft: true } : { kind: 'cared' }
  }

  /** Moves everything sealed here to the ring's active key, and leaves nothing of the old one behind. */
  async rewrap(request: CareRequest): Promise<RewrapOutcome> {
    const outcome = await rewrapRecords(this.#parts, request)
    const hasMoved = outcome.kind === 'rewrapped' || outcome.moved !== undefined
    if (hasMoved) await scrubAccounts(this.ctx.storage)
    return outcome
  }

  /** Never throws: an alarm that throws six times is dropped. */
  override async alarm(): Promise<void> {
    const looked = this.#records.all().map(async ({ accountId }) => {
      try {
        await lookAfter(this.#parts, this.#books, accountId, (id) => this.#refresh(id))
      } catch (error) {
        this.#deps.log.error('alarm_failed', {
          account_id: accountId,
          error_name: error instanceof Error ? error.name : 'unknown',
        })
      }
    })
    // At once: a provider that hangs for one of them keeps none of the others waiting.
    await Promise.all(looked)
    if (this.#records.all().length === 0) return this.ctx.storage.deleteAll()
    await this.#books.plan()
  }

  #answer(found: AccountRecord, selection: Selection): Promise<VendOutcome> {
    return answerVend(this.#vending, found, selection)
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
      // The exchanger works under waitUntil: a broken call is not a broken exchange. It may have settled.
      const isOpen = this.#records.get(accountId)?.lease?.id === lease.id
      if (isOpen) await this.#settlements.wait(accountId, lease.deadline - this.#deps.clock())
    }
    const end = await recover(this.#parts, accountId, lease.id)
    return end === 'not_found' ? 'settled' : end
  }

  async #ensure(whose: Whose): Promise<boolean> {
    if (holds(this.#records, whose) || this.#missUntil > this.#deps.clock()) return true
    const found = await hydrateAccounts(this.#deps, whose)
    if (!found.ok) return false
    addUnknown(this.#records, found.value)
    if (!holds(this.#records, whose)) this.#missUntil = this.#deps.clock() + MISS_LIFETIME_MS
    return true
  }

  #decided(before: AccountRecord, after: AccountRecord): void {
    this.#records.put(after)
    if (after === before) return
    this.ctx.waitUntil(this.#books.plan().then(() => this.#books.tell(after.accountId)))
  }
}
