import { expect, test } from 'vitest'
import { areSound, DEFAULT_TIMINGS, refreshMargin, usableMargin } from './timings.ts'

test('the defaults are sound, and leave time to find the client before the exchange', () => {
  const { leaseMs, providerDeadlineMs, sinkDeadlineMs } = DEFAULT_TIMINGS
  expect(areSound(DEFAULT_TIMINGS)).toBe(true)
  expect(leaseMs - providerDeadlineMs - sinkDeadlineMs).toBeGreaterThanOrEqual(1000)
})

test.each([
  ['a lease that ends with the last sink', { leaseMs: 28_000 }],
  ['a provider that may take longer than the lease', { providerDeadlineMs: 30_000 }],
  ['sinks that may outlast the lease', { sinkDeadlineMs: 10_000 }],
  ['tokens that are vended after they should be refreshed', { usableMarginMs: 300_001 }],
])('%s is not sound', (_, changes) => {
  expect(areSound({ ...DEFAULT_TIMINGS, ...changes })).toBe(false)
})

test.each([
  // lifetime, usable until, refreshed behind from
  [3_600_000, 10_000, 300_000],
  [28_800_000, 10_000, 300_000],
  [600_000, 10_000, 60_000],
  [60_000, 6000, 6000],
  [5000, 500, 500],
  [0, 0, 0],
  [-1, 0, 0],
])('a token that lives %i ms keeps margins of %i and %i ms', (lifetime, usable, refresh) => {
  expect(usableMargin(DEFAULT_TIMINGS, lifetime)).toBe(usable)
  expect(refreshMargin(DEFAULT_TIMINGS, lifetime)).toBe(refresh)
})
