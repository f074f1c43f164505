/** How far apart two refreshes lie, as a table. */
import { expect, test } from 'vitest'
import { credential, NOW, record } from '../test/records.ts'
import { decide } from './account-record.ts'
import type { AccountRecord } from './grant.ts'
import { DEFAULT_TIMINGS } from './timings.ts'

test.each<[string, Partial<AccountRecord>, string]>([
  [
    'a short token near its end, so soon after the last refresh',
    { credential: credential({ obtainedAt: NOW - 29_000, expiresAt: NOW + 1 }) },
    'serve',
  ],
  [
    'a short token that has ended, so soon after the last refresh',
    { credential: credential({ obtainedAt: NOW - 29_999, expiresAt: NOW }) },
    'wait',
  ],
  [
    'the same half a minute after the last refresh',
    { credential: credential({ obtainedAt: NOW - 30_000, expiresAt: NOW }) },
    'refresh',
  ],
  [
    'the first token of a grant, however short',
    { credential: credential({ epoch: 1, obtainedAt: NOW - 2000, expiresAt: NOW - 1000 }) },
    'refresh',
  ],
  [
    'a token as short as a test wants it',
    {
      credential: credential({ obtainedAt: NOW - 2000, expiresAt: NOW - 1000 }),
      rules: { idleMs: null, absoluteMs: null, isUnpaced: true },
    },
    'refresh',
  ],
  [
    'a token that its provider renews only in its last 30 s, with more left',
    {
      credential: credential({ epoch: 1, obtainedAt: NOW - 569_000, expiresAt: NOW + 31_000 }),
      rules: { idleMs: null, absoluteMs: null, latestMs: 30_000 },
    },
    'serve',
  ],
  [
    'the same in its last 30 s',
    {
      credential: credential({ epoch: 1, obtainedAt: NOW - 570_000, expiresAt: NOW + 30_000 }),
      rules: { idleMs: null, absoluteMs: null, latestMs: 30_000 },
    },
    'serve_and_refresh',
  ],
])('%s', (_, changes, kind) => {
  expect(decide(record(changes), NOW, DEFAULT_TIMINGS).kind).toBe(kind)
})

test('who must wait for the next refresh is told for how long', () => {
  const short = credential({ obtainedAt: NOW - 10_500, expiresAt: NOW - 9500 })
  expect(decide(record({ credential: short }), NOW, DEFAULT_TIMINGS)).toEqual({
    kind: 'wait',
    code: 'refresh_too_soon',
    retryAfterSeconds: 20,
  })
  const unpaced = { ...DEFAULT_TIMINGS, minRefreshIntervalMs: 0 }
  expect(decide(record({ credential: short }), NOW, unpaced).kind).toBe('refresh')
})
