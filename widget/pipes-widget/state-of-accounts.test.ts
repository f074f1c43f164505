import { describe, expect, test } from 'vitest'
import { withAccounts, type ConnectedAccount } from '../api/integration.ts'
import { firstRow, github, learn, loaded, octocat, ready } from '../test/states.ts'
import { aimed, subject } from './row.ts'
import { reduce, type Fact, type State } from './state.ts'

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
