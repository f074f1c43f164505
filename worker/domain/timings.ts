import { days } from '../kit/clock.ts'

/** How long things may take. One inequality carries the refresh: deadline + sinks < lease. */
export type Timings = {
  /** An access token with less left than this is not vended, unless it never lived much longer. */
  readonly usableMarginMs: number
  /** An access token with less left than this is refreshed behind the answer. */
  readonly refreshMarginMs: number
  /** How long one refresh owns the refresh token. */
  readonly leaseMs: number
  /** How long a provider may take to answer. */
  readonly providerDeadlineMs: number
  /** How long the two sinks may take to store the answer. */
  readonly sinkDeadlineMs: number
  /** How long a caller waits for a refresh; it goes on without the caller. */
  readonly callerWaitMs: number
  /** So long after a refresh none begins that no caller has asked for by rejecting the token; 0: at once. */
  readonly minRefreshIntervalMs: number
  /** At the latest so long after its last use a refresh token is kept alive; 0: never. */
  readonly keepAliveMs: number
}

export const DEFAULT_TIMINGS: Timings = {
  usableMarginMs: 10_000,
  refreshMarginMs: 300_000,
  leaseMs: 30_000,
  providerDeadlineMs: 20_000,
  sinkDeadlineMs: 8_000,
  callerWaitMs: 12_000,
  minRefreshIntervalMs: 30_000,
  keepAliveMs: days(20),
}

/** A lease must outlive the exchange that it covers, else the same token is spent twice. */
export const areSound = (timings: Timings): boolean =>
  timings.providerDeadlineMs + timings.sinkDeadlineMs < timings.leaseMs &&
  timings.usableMarginMs <= timings.refreshMarginMs

/** How much must be left for vending: a tenth of a token's life where that is less than the margin. */
export const usableMargin = (timings: Timings, lifetimeMs: number): number =>
  Math.min(timings.usableMarginMs, Math.max(0, lifetimeMs) / 10)

/** A tenth of a token's life, but never more than the configured margin. */
export const refreshMargin = (timings: Timings, lifetimeMs: number): number =>
  Math.max(
    usableMargin(timings, lifetimeMs),
    Math.min(timings.refreshMarginMs, Math.max(0, lifetimeMs) / 10),
  )
