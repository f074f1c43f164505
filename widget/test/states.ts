/** The widget's state as tests begin with it. */
import { withAccounts, type ConnectedAccount, type Integration } from '../api/integration.ts'
import { problem } from '../api/problem.ts'
import type { Row } from '../pipes-widget/row.ts'
import type { Fact, Ready, State } from '../pipes-widget/state.ts'
import { reduce } from '../pipes-widget/state.ts'

export const octocat: ConnectedAccount = {
  id: 'di_1',
  state: 'connected',
  label: 'octocat',
  method: 'oauth',
  lastFour: null,
  clientId: null,
  picture: null,
  missing: [],
  raw: {},
}
export const github: Integration = withAccounts(
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
export const slack: Integration = { ...github, slug: 'slack', name: 'Slack' }
export const loaded = (...integrations: readonly Integration[]): Fact => ({
  kind: 'loaded',
  integrations,
  shared: null,
})
export const started = (slug: string): Fact => ({ kind: 'connect-started', slug, aim: null })
export const denied = problem('access_denied')

const IDLE = { activity: 'idle', problem: null, aim: null, isOpen: false } as const

export const ready = (row: Partial<Row> = {}): Ready => ({
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

export const learn = (state: State, ...facts: readonly Fact[]): State => facts.reduce(reduce, state)

export const firstRow = (state: State): Row => {
  if (state.kind !== 'ready' || !state.rows[0]) throw new Error('no rows')
  return state.rows[0]
}
