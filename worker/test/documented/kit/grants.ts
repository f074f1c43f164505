/** What a server remembers: grants and their tokens, by a clock that a test moves. */
import type { Life } from './documented.ts'

export type Clock = { now: number }

export type Grant = {
  readonly account: string
  readonly scopes: readonly string[]
  readonly listed: readonly string[]
  consentedAt: number
  usedAt: number
  isDead: boolean
  refresh: string | undefined
  refreshes: number
  readonly spent: Map<string, number>
  /** Each with the time of its issue. */
  readonly access: Map<string, number>
}

const DAY = 86_400_000

export class Grants {
  readonly #all: Grant[] = []
  readonly #clock: Clock
  readonly #life: Life
  #count = 0

  constructor(clock: Clock, life: Life) {
    this.#clock = clock
    this.#life = life
  }

  begin(account: string, scopes: readonly string[], listed: readonly string[]): Grant {
    const { now } = this.#clock
    const grant: Grant = {
      account,
      scopes,
      listed,
      consentedAt: now,
      usedAt: now,
      isDead: false,
      refresh: undefined,
      refreshes: 0,
      spent: new Map(),
      access: new Map(),
    }
    this.#all.push(grant)
    return grant
  }

  /** Something nobody has had, with characters that an encoding would change. */
  fresh(kind: string): string {
    this.#count += 1
    return `${kind}-${this.#count}.~_x`
  }

  issueAccess(grant: Grant): string {
    const token = this.fresh('access')
    grant.access.set(token, this.#clock.now)
    return token
  }

  ofRefresh(token: string): Grant | undefined {
    return this.#all.find((one) => one.refresh === token || one.spent.has(token))
  }

  ofAccess(token: string): Grant | undefined {
    return this.#all.find((one) => one.access.has(token))
  }

  isLive(token: string): boolean {
    const issuedAt = this.ofAccess(token)?.access.get(token)
    if (issuedAt === undefined || this.ofAccess(token)?.isDead === true) return false
    return this.#life.access === undefined || this.#clock.now < issuedAt + this.#life.access * 1000
  }

  /** @returns whether a refresh token is answered; replays have their documented consequence */
  accepts(token: string): boolean {
    const grant = this.ofRefresh(token)
    const { refresh } = this.#life
    if (grant === undefined || grant.isDead || refresh === 'none') return false
    const { now } = this.#clock
    const { idleDays, absoluteDays, graceSeconds = 0, reuseEndsGrant } = refresh
    if (idleDays !== undefined && now > grant.usedAt + idleDays * DAY) return false
    if (absoluteDays !== undefined && now > grant.consentedAt + absoluteDays * DAY) return false
    const spentAt = grant.spent.get(token)
    if (spentAt === undefined) return true
    if (graceSeconds > 0 && now <= spentAt + graceSeconds * 1000) return true
    if (reuseEndsGrant === true) grant.isDead = true
    return false
  }

  /** @returns the refresh token that the answer carries, if it carries one */
  spend(grant: Grant, token: string): string | undefined {
    const { refresh } = this.#life
    if (refresh === 'none') return undefined
    grant.usedAt = this.#clock.now
    grant.refreshes += 1
    if (refresh.endsOldAccess === true) grant.access.clear()
    if (refresh.rotates === 'never') return token
    if (refresh.rotates === 'now and then' && grant.refreshes % 2 === 0) return token
    grant.spent.set(token, grant.spent.get(token) ?? this.#clock.now)
    grant.refresh = this.fresh('refresh')
    return grant.refresh
  }

  latest(): Grant | undefined {
    return this.#all.at(-1)
  }

  /** As when every user takes it back. */
  endAll(): void {
    for (const grant of this.#all) grant.isDead = true
  }

  end(grant: Grant, what: 'token' | 'grant' | 'account', token: string): void {
    if (what === 'grant') grant.isDead = true
    if (what === 'account')
      for (const one of this.#all) if (one.account === grant.account) one.isDead = true
    if (what !== 'token') return
    grant.access.delete(token)
    if (grant.refresh === token) grant.refresh = undefined
  }
}
