import { describe, expect, test } from 'vitest'
import { credential, HOUR, NOW, record } from '../test/records.ts'
import { forecast, keepAliveAt, nextCareAt, observe, proactiveRefreshAt } from './care.ts'
import type { AccountRecord } from './grant.ts'
import { DEFAULT_TIMINGS } from './timings.ts'

const DAY = 24 * HOUR
const MINUTE = 60_000
const used = (changes: Partial<AccountRecord> = {}): AccountRecord =>
  record({ lastUsedAt: NOW, ...changes })
const idle = (idleMs: number): AccountRecord => record({ rules: { idleMs, absoluteMs: null } })

describe('the refresh ahead of expiry', () => {
  test('comes before the margin in which a caller would start it, and by less than a fifth', () => {
    const at = proactiveRefreshAt(used(), DEFAULT_TIMINGS) ?? 0
    expect(at).toBeLessThanOrEqual(NOW + HOUR - 5 * MINUTE)
    expect(at).toBeGreaterThan(NOW + HOUR - 6 * MINUTE)
  })

  test('is spread, so that accounts that were connected together are not refreshed together', () => {
    const times = Array.from({ length: 50 }, (_, index) =>
      proactiveRefreshAt(used({ accountId: `data_installation_${index}` }), DEFAULT_TIMINGS),
    )
    expect(new Set(times).size).toBeGreaterThan(40)
  })

  test.each<[string, Partial<AccountRecord>]>([
    ['nobody has asked for the token', { lastUsedAt: null }],
    ['only the token before was asked for', { lastUsedAt: NOW - 1 }],
    ['the token does not expire', { credential: credential({ expiresAt: null }) }],
    ['there is no refresh token', { credential: credential({ sealedRefresh: null }) }],
    ['the user has to come', { status: 'needs_reauthorization' }],
    ['it has failed too often', { failures: 12 }],
  ])('is not planned when %s', (_, changes) => {
    expect(proactiveRefreshAt(used(changes), DEFAULT_TIMINGS)).toBeNull()
  })

  test('waits for the pause after a failure', () => {
    const retryAt = NOW + 2 * HOUR
    expect(proactiveRefreshAt(used({ retryAt }), DEFAULT_TIMINGS)).toBe(retryAt)
  })

  test('waits for the end of a working token when the refresh token may be spent', () => {
    expect(proactiveRefreshAt(used({ uncertain: true }), DEFAULT_TIMINGS)).toBe(NOW + HOUR - 10_000)
  })
})

describe('keep-alive', () => {
  test.each([
    ['a third of the idle limit', 30 * DAY, 9 * DAY, 10 * DAY],
    ['at most the configured interval', 180 * DAY, 18 * DAY, 20 * DAY],
  ])('%s', (_, idleMs, earliest, latest) => {
    const at = keepAliveAt(idle(idleMs), DEFAULT_TIMINGS) ?? 0
    expect(at - NOW).toBeGreaterThan(earliest)
    expect(at - NOW).toBeLessThanOrEqual(latest)
  })

  test('follows the expiry that the provider told, too', () => {
    const told = record({ credential: credential({ refreshExpiresAt: NOW + 30 * DAY }) })
    const at = keepAliveAt(told, DEFAULT_TIMINGS) ?? 0
    expect(at - NOW).toBeGreaterThan(9 * DAY)
    expect(at - NOW).toBeLessThanOrEqual(10 * DAY)
  })

  test('an end that refreshing does not move is not chased in ever smaller steps', () => {
    const near = record({ credential: credential({ refreshExpiresAt: NOW + 60_000 }) })
    expect(keepAliveAt(near, DEFAULT_TIMINGS)).toBeGreaterThan(NOW + 60_000)
  })

  test('is not planned without a limit, without a refresh token, or switched off', () => {
    expect(keepAliveAt(record(), DEFAULT_TIMINGS)).toBeNull()
    const bare = { ...idle(DAY), credential: credential({ sealedRefresh: null }) }
    expect(keepAliveAt(bare, DEFAULT_TIMINGS)).toBeNull()
    expect(keepAliveAt(idle(DAY), { ...DEFAULT_TIMINGS, keepAliveMs: 0 })).toBeNull()
    expect(
      keepAliveAt({ ...idle(DAY), status: 'needs_reauthorization' }, DEFAULT_TIMINGS),
    ).toBeNull()
  })
})

test('the cron job comes for a keep-alive in time, and for an alarm when it is two periods late', () => {
  const kept = idle(30 * DAY)
  expect(nextCareAt(kept, DEFAULT_TIMINGS)).toBe(Math.ceil(keepAliveAt(kept, DEFAULT_TIMINGS) ?? 0))
  const both = { ...kept, lastUsedAt: NOW }
  expect(nextCareAt(both, DEFAULT_TIMINGS)).toBe(
    Math.ceil((proactiveRefreshAt(both, DEFAULT_TIMINGS) ?? 0) + 20 * MINUTE),
  )
  expect(nextCareAt(record(), DEFAULT_TIMINGS)).toBeNull()
})

describe('the forecast', () => {
  const refreshExpiresAt = NOW + 10 * DAY
  test.each<[string, Partial<AccountRecord>, unknown]>([
    ['nothing is known', {}, null],
    [
      'there is no refresh token',
      { credential: credential({ sealedRefresh: null }) },
      { at: NOW + HOUR, reason: 'access_token_expires' },
    ],
    ['nothing ends', { credential: credential({ sealedRefresh: null, expiresAt: null }) }, null],
    [
      'the provider told when the refresh token ends',
      { credential: credential({ refreshExpiresAt }) },
      { at: refreshExpiresAt, reason: 'refresh_token_expires' },
    ],
    [
      'the grant ends however often it is refreshed',
      { grantedAt: NOW - DAY, rules: { idleMs: null, absoluteMs: 365 * DAY } },
      { at: NOW + 364 * DAY, reason: 'grant_expires' },
    ],
    [
      'both are known: the earlier one',
      {
        credential: credential({ refreshExpiresAt }),
        grantedAt: NOW,
        rules: { idleMs: null, absoluteMs: DAY },
      },
      { at: NOW + DAY, reason: 'grant_expires' },
    ],
    ['the refresh token is kept alive', { rules: { idleMs: DAY, absoluteMs: null } }, null],
    [
      'the user has to come already',
      {
        status: 'needs_reauthorization',
        lastFailure: { kind: 'needs_reauthorization', code: 'invalid_grant', at: NOW - 5 },
      },
      { at: NOW - 5, reason: 'needs_reauthorization' },
    ],
    ['it is over', { status: 'disconnected', credential: null }, null],
  ])('when %s', (_, changes, expected) => {
    expect(forecast(record(changes), DEFAULT_TIMINGS)).toEqual(expected)
  })

  test('without keep-alive the idle limit is what ends it', () => {
    expect(forecast(idle(DAY), { ...DEFAULT_TIMINGS, keepAliveMs: 0 })).toEqual({
      at: NOW + DAY,
      reason: 'idle_limit',
    })
  })
})

test('what D1 is told: a first credential was never refreshed, a later one was', () => {
  const first = record({ credential: credential({ epoch: 1 }) })
  expect(observe(first, DEFAULT_TIMINGS, NOW).lastRefreshedAt).toBeNull()
  const troubled = used({ lastFailure: { kind: 'retry', code: 'http_503', at: NOW + 1 } })
  expect(observe(troubled, DEFAULT_TIMINGS, NOW + 2)).toMatchObject({
    lastUsedAt: NOW,
    lastRefreshedAt: NOW,
    lastError: { code: 'http_503', class: 'retry', at: NOW + 1 },
    observedAt: NOW + 2,
  })
})
