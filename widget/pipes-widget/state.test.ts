import { describe, expect, test } from 'vitest'
import { withAccounts } from '../api/integration.ts'
import type { Activity, Row } from './row.ts'
import {
  confirming,
  entering,
  initialState,
  reduce,
  type Fact,
  type Ready,
  type RowFact,
  type State,
} from './state.ts'
import {
  denied,
  firstRow,
  github,
  learn,
  loaded,
  octocat,
  ready,
  slack,
  started,
} from '../test/states.ts'

describe('the whole widget', () => {
  const failed: State = { kind: 'failed', problem: denied }
  const expired: State = { kind: 'session_expired' }
  const cases: readonly (readonly [string, State, Fact, State['kind']])[] = [
    ['a list that arrives is shown', initialState, loaded(github), 'ready'],
    [
      'a first load that fails says so',
      initialState,
      { kind: 'load-failed', problem: denied },
      'failed',
    ],
    [
      'a list on the screen survives a failed reload',
      ready(),
      { kind: 'load-failed', problem: denied },
      'ready',
    ],
    [
      'a list on the screen stays while it is read again',
      ready(),
      { kind: 'load-started' },
      'ready',
    ],
    ['trying again after a failure loads', failed, { kind: 'load-started' }, 'loading'],
    ['trying again with a new session loads', expired, { kind: 'load-started' }, 'loading'],
    [
      'a session that is over stops everything',
      ready(),
      { kind: 'session-expired' },
      'session_expired',
    ],
    ['a row fact that comes too late changes nothing', failed, started('github'), 'failed'],
  ]
  test.each(cases)('%s', (_sentence, before, fact, after) => {
    expect(reduce(before, fact).kind).toBe(after)
  })
})

describe('a row', () => {
  const cases: readonly (readonly [Activity, RowFact['kind'], Activity])[] = [
    ['idle', 'connect-started', 'starting'],
    ['starting', 'connect-waiting', 'waiting'],
    ['waiting', 'connect-completing', 'completing'],
    ['starting', 'connect-left', 'leaving'],
    ['waiting', 'connect-cancelled', 'idle'],
    ['completing', 'connected', 'idle'],
    ['waiting', 'connect-failed', 'idle'],
    ['idle', 'disconnect-asked', 'confirming'],
    ['waiting', 'disconnect-asked', 'waiting'],
    ['confirming', 'disconnect-dismissed', 'idle'],
    ['confirming', 'disconnect-started', 'disconnecting'],
    ['disconnecting', 'disconnected', 'idle'],
    ['disconnecting', 'connect-failed', 'idle'],
  ]
  test.each(cases)('that is %s is, after %s, %s', (before, kind, after) => {
    const fact = { kind, slug: 'github', problem: denied, account: octocat, aim: null } as Fact
    expect(firstRow(reduce(ready({ activity: before }), fact)).activity).toBe(after)
  })

  test('is connected only when the Worker has said so', () => {
    const waiting = learn(ready(), started('github'), { kind: 'connect-waiting', slug: 'github' })
    expect(firstRow(waiting).integration.account).toBeNull()

    const connected = reduce(waiting, { kind: 'connected', slug: 'github', account: octocat })
    expect(firstRow(connected).integration.account).toEqual(octocat)
  })

  test('that was disconnected has no account', () => {
    const before = ready({ integration: withAccounts(github, [octocat]) })
    const after = reduce(before, { kind: 'disconnected', slug: 'github' })
    expect(firstRow(after).integration.account).toBeNull()
  })

  test('keeps the reason of its failure until the next attempt begins', () => {
    const failed = reduce(ready(), { kind: 'connect-failed', slug: 'github', problem: denied })
    expect(firstRow(reduce(failed, loaded(github))).problem).toBe(denied)
    expect(firstRow(reduce(failed, started('github'))).problem).toBeNull()
  })

  test('keeps what it is doing while the list is read again', () => {
    const reread = reduce(ready({ activity: 'waiting' }), loaded(slack, github))
    expect(reread).toMatchObject({ rows: [{ activity: 'idle' }, { activity: 'waiting' }] })
  })

  test('leaves the other rows as they are', () => {
    const before = ready()
    const after = reduce(before, started('github')) as Ready
    expect(after.rows[1]).toBe(before.rows[1])
  })

  test('that is gone takes no facts', () => {
    const before = ready()
    expect(reduce(before, started('nowhere'))).toBe(before)
  })
})

test('a problem of no row stays on the screen until somebody connects', () => {
  const noticed = reduce(ready(), { kind: 'returned-with-problem', problem: denied }) as Ready
  expect(noticed.notice?.problem).toBe(denied)
  expect(reduce(noticed, started('slack'))).toMatchObject({
    notice: null,
  })
})

test('the row that is asked about is the one that is being confirmed', () => {
  expect(confirming(ready())).toBeNull()
  expect(confirming(ready({ activity: 'confirming' }))?.integration.slug).toBe('github')
})

test('every change of a row is news with its name', () => {
  const state = reduce(ready(), { kind: 'connect-failed', slug: 'github', problem: denied })
  expect(state).toMatchObject({ news: { kind: 'connect-failed', name: 'GitHub', problem: denied } })
})

describe('a form', () => {
  const facts = (...kinds: readonly RowFact['kind'][]): readonly Fact[] =>
    kinds.map((kind) => {
      const more = kind === 'form-refused' ? { problem: denied, fields: ['secret'] } : {}
      return { kind, slug: 'github', account: null, aim: null, ...more } as Fact
    })
  const after = (...kinds: readonly RowFact['kind'][]): Row =>
    firstRow(learn(ready(), ...facts(...kinds)))

  test.each<readonly [Activity, readonly RowFact['kind'][]]>([
    ['starting', ['form-asked']],
    ['entering', ['form-asked', 'form-opened']],
    ['sending', ['form-asked', 'form-opened', 'form-sent']],
    ['entering', ['form-asked', 'form-opened', 'form-sent', 'form-refused']],
    ['idle', ['form-asked', 'form-opened', 'form-dismissed']],
    ['saving', ['form-asked', 'form-opened', 'form-sent', 'form-dismissed']],
    ['idle', ['form-asked', 'form-opened', 'form-sent', 'form-dismissed', 'form-refused']],
    ['idle', ['form-asked', 'form-opened', 'form-sent', 'connected']],
    ['waiting', ['form-asked', 'form-opened', 'form-sent', 'connect-waiting']],
    // Late, or never asked for.
    ['idle', ['form-opened']],
    ['idle', ['form-sent']],
    ['starting', ['connect-started', 'form-asked']],
    ['waiting', ['connect-waiting', 'form-dismissed']],
    ['entering', ['form-asked', 'form-opened', 'disconnect-asked']],
  ])('leaves the row %s after %j', (activity, kinds) => {
    expect(after(...kinds).activity).toBe(activity)
  })

  test('is on the screen while it is filled in and sent, not after it was closed', () => {
    expect(entering(ready({ activity: 'entering' }))?.integration.slug).toBe('github')
    expect(entering(ready({ activity: 'sending' }))?.integration.slug).toBe('github')
    expect(entering(ready({ activity: 'saving' }))).toBeNull()
    expect(entering(initialState)).toBeNull()
  })

  test('keeps what was refused until it is sent again', () => {
    const kinds = ['form-asked', 'form-opened', 'form-sent', 'form-refused'] as const
    expect(after(...kinds)).toMatchObject({ problem: denied, refused: ['secret'] })
    const again = after(...kinds, 'form-sent')
    expect([again.problem, again.refused]).toEqual([null, undefined])
  })
})

test('a reason in a row that is gone with the next reading is said above the list', () => {
  const failed = reduce(ready(), { kind: 'connect-failed', slug: 'github', problem: denied })
  const gone = reduce(failed, loaded(slack))
  expect(gone).toMatchObject({ notice: { problem: denied, name: 'GitHub' } })
  expect(reduce(gone, loaded(slack))).toMatchObject({ notice: { name: 'GitHub' } })
  expect(reduce(failed, loaded(github, slack))).toMatchObject({ notice: null })
})
