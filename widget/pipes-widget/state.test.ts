import { describe, expect, test } from 'vitest'
import { withAccounts, type ConnectedAccount, type Integration } from '../api/integration.ts'
import { problem } from '../api/problem.ts'
import {
  aimed,
  confirming,
  entering,
  initialState,
  reduce,
  subject,
  type Activity,
  type Fact,
  type Ready,
  type Row,
  type RowFact,
  type State,
} from './state.ts'

const octocat: ConnectedAccount = {
  id: 'di_1',
  state: 'connected',
  label: 'octocat',
  method: 'oauth',
  lastFour: null,
  clientId: null,
  missing: [],
  raw: {},
}
const github: Integration = withAccounts(
  {
    slug: 'github',
    name: 'GitHub',
    description: null,
    iconUrl: null,
    methods: ['oauth'],
    asks: false,
    category: null,
    aliases: [],
    scopeWords: {},
    raw: {},
  },
  [],
)
const slack: Integration = { ...github, slug: 'slack', name: 'Slack' }
const loaded = (...integrations: readonly Integration[]): Fact => ({
  kind: 'loaded',
  integrations,
  shared: null,
})
const started = (slug: string): Fact => ({ kind: 'connect-started', slug, aim: null })
const denied = problem('access_denied')

const IDLE = { activity: 'idle', problem: null, aim: null, isOpen: false } as const

const ready = (row: Partial<Row> = {}): Ready => ({
  kind: 'ready',
  rows: [
    { ...IDLE, integration: github, ...row },
    { ...IDLE, integration: slack },
  ],
  shared: null,
  search: { text: '', category: null },
  notice: null,
  news: null,
})

const learn = (state: State, ...facts: readonly Fact[]): State => facts.reduce(reduce, state)

const firstRow = (state: State): Row => {
  if (state.kind !== 'ready' || !state.rows[0]) throw new Error('no rows')
  return state.rows[0]
}

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
    ['disconnecting', 'disconnect-failed', 'idle'],
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
  expect(noticed.notice).toBe(denied)
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

describe('several accounts', () => {
  const hubot: ConnectedAccount = { ...octocat, id: 'di_2', label: 'hubot' }
  const both = ready({ integration: withAccounts(github, [octocat, hubot]) })
  const labels = (state: State): readonly (string | null)[] =>
    firstRow(state).integration.accounts.map(({ label }) => label)
  const about = (accountId: string): Fact => ({
    kind: 'disconnect-asked',
    slug: 'github',
    aim: { accountId },
  })

  test('only the one that was asked about is disconnected', () => {
    const facts = [{ kind: 'disconnect-started' }, { kind: 'disconnected' }] as const
    const named = facts.map((fact) => ({ ...fact, slug: 'github' }))
    expect(labels(learn(both, about('di_2'), ...named))).toEqual(['octocat'])
    expect(labels(learn(both, about('di_1'), ...named))).toEqual(['hubot'])
  })

  test('the question names the account that is meant, and none that is gone', () => {
    const asked = firstRow(reduce(both, about('di_2')))
    expect(aimed(asked).integration.account?.label).toBe('hubot')
    expect(aimed({ ...asked, aim: { accountId: 'gone' } }).integration.account).toBeNull()
    expect(aimed({ ...asked, aim: 'add' }).integration.account).toBeNull()
  })

  test('one more is added after the others; one that comes back takes its own place', () => {
    const adding = reduce(both, { kind: 'connect-started', slug: 'github', aim: 'add' })
    const made = (account: ConnectedAccount): Fact => ({
      kind: 'connected',
      slug: 'github',
      account,
    })
    const third = { ...octocat, id: 'di_3', label: 'ada' }
    expect(labels(reduce(adding, made(third)))).toEqual(['octocat', 'hubot', 'ada'])
    const renewed = { ...hubot, label: 'hubot again' }
    expect(labels(reduce(adding, made(renewed)))).toEqual(['octocat', 'hubot again'])
    expect(labels(reduce(both, made(third)))).toEqual(['ada', 'hubot'])
  })

  test('the row is about the one that needs its user most', () => {
    const over = { ...hubot, state: 'needs_reauthorization' } as const
    const limited = { ...octocat, id: 'di_3', missing: ['repo'] }
    const subjectOf = (...accounts: readonly ConnectedAccount[]) =>
      subject(withAccounts(github, accounts))
    expect(subjectOf()).toBeNull()
    expect(subjectOf(octocat, hubot)).toBe(octocat)
    expect(subjectOf(octocat, limited)).toBe(limited)
    expect(subjectOf(limited, octocat, over)).toBe(over)
  })
})

test('what is shown of a row and looked for in the list stays while the list is read again', () => {
  const searched: Fact = { kind: 'searched', search: { text: 'git', category: null } }
  const open = learn(ready(), { kind: 'details-toggled', slug: 'github' }, searched, loaded(github))
  expect(open).toMatchObject({ search: { text: 'git' }, rows: [{ isOpen: true }] })
})
