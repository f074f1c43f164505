/** What a failed exchange does to a record: only proof ends a grant. */
import { describe, expect, test } from 'vitest'
import { credential, lease, NOW, record } from '../test/records.ts'
import { needsReauthorization, refused } from './account-record.ts'
import type { AccountRecord } from './grant.ts'
import type { RefusalRequest } from './object-messages.ts'

describe('a refusal', () => {
  type Failure = RefusalRequest['failure']
  const refuse = (failure: Failure, changes: Partial<AccountRecord> = {}, jitter = 0.5) =>
    refused(record({ lease, ...changes }), failure, NOW, jitter)

  test.each<Failure['kind']>(['retry', 'configuration', 'suspect', 'unknown_outcome'])(
    'of kind %s keeps the connection, the credential and the sequence',
    (kind) => {
      const after = refuse({ kind, code: 'x' })
      expect(after).toMatchObject({ status: 'connected', sequence: 5, failures: 1, lease: null })
      expect(after.credential).toEqual(credential())
      expect(after.retryAt).toBeGreaterThan(NOW)
    },
  )

  test('that proves the end of a grant says why, once, and keeps the credential', () => {
    const after = refuse({ kind: 'needs_reauthorization', code: 'invalid_grant' })
    expect(after).toMatchObject({
      status: 'needs_reauthorization',
      reason: 'invalid_grant',
      sequence: 6,
      lease: null,
      retryAt: null,
    })
    expect(after.credential).toEqual(credential())
    expect(needsReauthorization(after, 'again')).toEqual(after)
  })

  test('of a refresh token that may have been spent by us is told as such', () => {
    const failure = { kind: 'needs_reauthorization', code: 'invalid_grant' } as const
    expect(refuse(failure, { uncertain: true }).reason).toBe('rotation_uncertain')
  })

  test('of unknown outcome is remembered until an answer comes', () => {
    const once = refuse({ kind: 'unknown_outcome', code: 'timeout' })
    expect(once.uncertain).toBe(true)
    expect(refused(once, { kind: 'retry', code: 'http_503' }, NOW, 0.5).uncertain).toBe(true)
  })

  test.each([
    // failures before, since the first, ends the grant
    [0, 0, false],
    [2, 14 * 60_000, false],
    [1, 60 * 60_000, false],
    [2, 15 * 60_000, true],
    [9, 60 * 60_000, true],
  ])('that is only suspected, after %i others over %i ms: %s', (failures, since, isOver) => {
    const after = refuse(
      { kind: 'suspect', code: 'http_400' },
      { failures, firstFailureAt: NOW - since },
    )
    expect(after.status === 'needs_reauthorization').toBe(isOver)
  })

  test.each([
    // kind, failures before, jitter, pause
    ['retry', 0, 0, 500],
    ['retry', 0, 0.999, 1998],
    ['retry', 4, 0.5, 16_000],
    ['retry', 30, 0.5, 150_000],
    ['configuration', 0, 0.5, 30_000],
    ['configuration', 30, 0.999, 59_940],
  ] as const)(
    'of kind %s after %i others pauses with jitter %d for %i ms',
    (kind, n, jitter, ms) => {
      expect(refuse({ kind, code: 'x' }, { failures: n }, jitter).retryAt).toBe(NOW + ms)
    },
  )

  test.each([
    [30, 30_000],
    [0, 1000],
    [-5, 1000],
    [86_400, 3_600_000],
  ])('with Retry-After %i pauses for %i ms, whatever the jitter', (retryAfterSeconds, ms) => {
    const failure = { kind: 'retry', code: 'http_429', retryAfterSeconds } as const
    expect(refuse(failure, {}, 0.1).retryAt).toBe(NOW + ms)
    expect(refuse(failure, { failures: 9 }, 0.9).retryAt).toBe(NOW + ms)
  })
})
