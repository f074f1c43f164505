/** The rules of an owner's object, as tables. */
import { describe, expect, test } from 'vitest'
import { credential, failed, HOUR, lease, left, NOW, record } from '../test/records.ts'
import { accepts, committed, decide, installed, tombstoned, waitFor } from './account-record.ts'
import type { AccountRecord, SealedCredential } from './grant.ts'
import { DEFAULT_TIMINGS } from './timings.ts'

describe('what a request for a token finds', () => {
  test.each<[string, Partial<AccountRecord>, string]>([
    ['a tombstone', { status: 'disconnected', credential: null }, 'not_installed'],
    ['a grant that is over', { status: 'needs_reauthorization' }, 'needs_reauthorization'],
    ['a token that does not expire', { credential: credential({ expiresAt: null }) }, 'serve'],
    ['a fresh token', { credential: left(HOUR) }, 'serve'],
    ['a token just outside of the margin', { credential: left(300_001) }, 'serve'],
    ['a token at the margin', { credential: left(300_000) }, 'serve_and_refresh'],
    ['a token that is just usable', { credential: left(10_001) }, 'serve_and_refresh'],
    ['a token that is no longer usable', { credential: left(10_000) }, 'refresh'],
    ['an expired token', { credential: left(-1) }, 'refresh'],
    [
      'a token near its end that cannot be refreshed',
      { credential: { ...left(60_000), sealedRefresh: null } },
      'serve',
    ],
    [
      'an expired token that cannot be refreshed',
      { credential: { ...left(-1), sealedRefresh: null } },
      'expire',
    ],
    [
      'a token near its end during a pause',
      { credential: left(60_000), retryAt: NOW + 1 },
      'serve',
    ],
    [
      'a token near its end after the pause',
      { credential: left(60_000), retryAt: NOW },
      'serve_and_refresh',
    ],
    ['an expired token during a pause', { credential: left(-1), retryAt: NOW + 1 }, 'wait'],
    ['an expired token after the pause', { credential: left(-1), retryAt: NOW }, 'refresh'],
    [
      'a usable token whose refresh token may be spent',
      { credential: left(60_000), uncertain: true },
      'serve',
    ],
    [
      'an expired token whose refresh token may be spent',
      { credential: left(-1), uncertain: true },
      'refresh',
    ],
  ])('%s', (_, changes, kind) => {
    expect(decide(record(changes), NOW, DEFAULT_TIMINGS).kind).toBe(kind)
  })
})

describe('why there is no token, and when to ask again', () => {
  test.each<[string, Partial<AccountRecord>, string, number]>([
    ['a refresh that runs', { lease }, 'refresh_in_progress', 30],
    ['nothing known', {}, 'refresh_in_progress', 1],
    ['an outage', { retryAt: NOW + 4001, lastFailure: failed }, 'provider_unavailable', 5],
    [
      'a wrong secret',
      { retryAt: NOW + 1, lastFailure: { kind: 'configuration', code: 'invalid_client', at: NOW } },
      'integration_misconfigured',
      1,
    ],
    [
      'a missing key',
      { lastFailure: { kind: 'configuration', code: 'vault_key_unavailable', at: NOW } },
      'vault_key_unavailable',
      1,
    ],
    [
      'altered bytes',
      { lastFailure: { kind: 'configuration', code: 'integrity_error', at: NOW } },
      'integrity_error',
      1,
    ],
    [
      'a silent D1',
      { lastFailure: { kind: 'retry', code: 'storage_unavailable', at: NOW } },
      'storage_unavailable',
      1,
    ],
  ])('%s', (_, changes, code, retryAfterSeconds) => {
    expect(waitFor(record(changes), NOW)).toEqual({ kind: 'wait', code, retryAfterSeconds })
  })
})

describe('an answer from the provider', () => {
  const answer = (changes: Partial<SealedCredential>) => ({
    v: 1 as const,
    accountId: 'data_installation_1',
    leaseId: 'lease_1',
    credential: credential(changes),
    sealedClient: null,
  })

  test.each<[string, AccountRecord | undefined, Partial<SealedCredential>, string]>([
    ['of the next epoch is taken', record({ lease }), { epoch: 4 }, 'committed'],
    ['of another lease is taken when it is newer', record(), { epoch: 9 }, 'committed'],
    [
      'is taken although the grant was given up',
      record({ status: 'needs_reauthorization' }),
      { epoch: 4 },
      'committed',
    ],
    ['of the same epoch that was told twice is old', record({ lease }), { epoch: 3 }, 'stale'],
    [
      'of the same epoch with another refresh token is a spare',
      record(),
      { sealedRefresh: 'other' },
      'spare',
    ],
    [
      'of the same epoch without a refresh token is old',
      record(),
      { sealedRefresh: null },
      'stale',
    ],
    [
      'of the same epoch is old for a grant that is over',
      record({ status: 'needs_reauthorization' }),
      { sealedRefresh: 'other' },
      'stale',
    ],
    [
      'of the same epoch is old where a client can always be asked again',
      record({ authMethod: 'client_credentials' }),
      { sealedRefresh: 'other' },
      'stale',
    ],
    [
      'of the same epoch of another grant is given back',
      record(),
      { grantId: 'grant_0', sealedRefresh: 'other' },
      'superseded',
    ],
    ['of an older epoch is old', record({ lease }), { epoch: 2 }, 'stale'],
    ['of another grant is given back', record(), { epoch: 9, grantId: 'grant_0' }, 'superseded'],
    ['after a tombstone is given back', tombstoned(record(), NOW), { epoch: 4 }, 'superseded'],
    ['for an object that lost its storage is kept elsewhere', undefined, { epoch: 4 }, 'stale'],
  ])('%s', (_, before, changes, kind) => {
    expect(accepts(before, answer(changes))).toBe(kind)
  })

  test('clears every trace of trouble', () => {
    const troubled = record({
      lease,
      failures: 4,
      firstFailureAt: NOW,
      retryAt: NOW,
      lastFailure: failed,
      uncertain: true,
    })
    const after = committed(troubled, answer({ epoch: 4 }))
    expect(after).toEqual(record({ credential: credential({ epoch: 4 }) }))
  })

  test('is news only when the state or the scopes change', () => {
    expect(committed(record(), answer({ epoch: 4 })).sequence).toBe(5)
    expect(committed(record(), answer({ epoch: 4, scopes: [] })).sequence).toBe(6)
    const given = record({ status: 'needs_reauthorization', reason: 'invalid_grant' })
    const healed = committed(given, answer({ epoch: 4 }))
    expect(healed).toMatchObject({ status: 'connected', reason: null, sequence: 6 })
  })
})

describe('a new grant', () => {
  const request = {
    v: 1 as const,
    reference: record().reference,
    slug: 'github',
    accountId: 'data_installation_1',
    credential: credential({ grantId: 'grant_2', epoch: 1 }),
    clientVersionId: 'client_2',
    knownSequence: 0,
  }

  test('over the same account goes on counting, and forgets the troubles of the old one', () => {
    const old = record({ lease, failures: 9, uncertain: true, status: 'needs_reauthorization' })
    expect(installed(old, request, 'compatibility')).toMatchObject({
      status: 'connected',
      sequence: 6,
      projected: 5,
      lease: null,
      failures: 0,
      uncertain: false,
      createdAt: old.createdAt,
      clientVersionId: 'client_2',
    })
  })

  test('of another account begins at one', () => {
    expect(installed(undefined, request, 'compatibility')).toMatchObject({
      sequence: 1,
      projected: 0,
    })
  })

  test('counts on from its own tombstone, and from what D1 knows of an object that knows nothing', () => {
    const grave = tombstoned(record(), NOW)
    expect(installed(grave, request, 'compatibility').sequence).toBe(grave.sequence + 1)
    const known = { ...request, knownSequence: 7 }
    expect(installed(undefined, known, 'compatibility').sequence).toBe(8)
  })
})

test('a tombstone keeps no credential, no client and no lease', () => {
  const sealedClient = {
    versionId: 'client_1',
    clientId: 'c',
    sealedSecret: 's',
    wrappedKey: 'w',
    definition: null,
  }
  expect(tombstoned(record({ lease, sealedClient, retryAt: NOW }), NOW)).toMatchObject({
    status: 'disconnected',
    sequence: 6,
    credential: null,
    sealedClient: null,
    lease: null,
    retryAt: null,
  })
})
