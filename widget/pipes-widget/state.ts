/**
 * The widget as a machine: a state, facts in the past tense, and one pure function between them.
 * Nothing here is optimistic: a row is connected when the Worker has said so. Nothing here knows a browser.
 */
import type { ConnectedAccount, Integration } from '../api/pipes-api.ts'
import type { Problem } from '../api/problem.ts'

export type Activity =
  | 'idle'
  /** The window is open, the address is being fetched. */
  | 'starting'
  /** The user is at the provider. */
  | 'waiting'
  /** The provider said yes. */
  | 'completing'
  /** This tab is on its way to the provider. */
  | 'leaving'
  /** The question "Disconnect?" is on the screen. */
  | 'confirming'
  | 'disconnecting'

export type Row = {
  readonly integration: Integration
  readonly activity: Activity
  /** Why the last attempt failed; gone when the next one begins. */
  readonly problem: Problem | null
}

/** What the live region says: the latest fact, and the name, as whoever listens does not see the row. */
export type News = {
  readonly kind: RowFact['kind'] | 'loaded'
  readonly name: string
  readonly problem: Problem | null
}

export type Ready = {
  readonly kind: 'ready'
  readonly rows: readonly Row[]
  /** A problem that belongs to no row. */
  readonly notice: Problem | null
  readonly news: News | null
}

export type State =
  | { readonly kind: 'loading' }
  | Ready
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'session_expired' }

export type Fact =
  | { readonly kind: 'load-started' }
  | { readonly kind: 'loaded'; readonly integrations: readonly Integration[] }
  | { readonly kind: 'load-failed'; readonly problem: Problem }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'returned-with-problem'; readonly problem: Problem }
  | RowFact

export type RowFact = { readonly slug: string } & (
  | {
      readonly kind:
        | 'connect-started'
        | 'connect-waiting'
        | 'connect-completing'
        | 'connect-left'
        | 'connect-cancelled'
        | 'disconnect-asked'
        | 'disconnect-dismissed'
        | 'disconnect-started'
        | 'disconnected'
    }
  | { readonly kind: 'connected'; readonly account: ConnectedAccount | null }
  | { readonly kind: 'connect-failed' | 'disconnect-failed'; readonly problem: Problem }
)

export const initialState: State = { kind: 'loading' }

/** Total: a fact that does not fit the state (a late answer, a row that is gone) leaves it as it is. */
export const reduce = (state: State, fact: Fact): State => {
  switch (fact.kind) {
    case 'load-started':
      // A list on the screen stays there while it is read again.
      return state.kind === 'ready' ? state : { kind: 'loading' }
    case 'loaded':
      return loaded(state, fact.integrations)
    case 'load-failed':
      return state.kind === 'ready' ? state : { kind: 'failed', problem: fact.problem }
    case 'session-expired':
      return { kind: 'session_expired' }
    case 'returned-with-problem':
      return state.kind === 'ready' ? { ...state, notice: fact.problem } : state
    default:
      return state.kind === 'ready' ? changeRow(state, fact) : state
  }
}

/** Fresh rows from the Worker; what is going on in a row outlives the reading. */
const loaded = (state: State, integrations: readonly Integration[]): State => {
  const before = state.kind === 'ready' ? state : null
  const rows = integrations.map((integration): Row => {
    const known = before?.rows.find((row) => row.integration.slug === integration.slug)
    return { integration, activity: known?.activity ?? 'idle', problem: known?.problem ?? null }
  })
  return {
    kind: 'ready',
    rows,
    notice: before?.notice ?? null,
    news: before ? before.news : { kind: 'loaded', name: '', problem: null },
  }
}

const changeRow = (state: Ready, fact: RowFact): Ready => {
  const row = state.rows.find(({ integration }) => integration.slug === fact.slug)
  if (row === undefined) return state
  const next = reduceRow(row, fact)
  return {
    kind: 'ready',
    rows: state.rows.map((other) => (other === row ? next : other)),
    notice: fact.kind === 'connect-started' ? null : state.notice,
    news: newsOf(next, fact),
  }
}

const reduceRow = (row: Row, fact: RowFact): Row => {
  switch (fact.kind) {
    case 'connect-started':
      return { ...row, activity: 'starting', problem: null }
    case 'connect-waiting':
      return { ...row, activity: 'waiting' }
    case 'connect-completing':
      return { ...row, activity: 'completing', problem: null }
    case 'connect-left':
      return { ...row, activity: 'leaving' }
    case 'connect-cancelled':
    case 'disconnect-dismissed':
      return { ...row, activity: 'idle' }
    case 'disconnect-asked':
      return row.activity === 'idle' ? { ...row, activity: 'confirming' } : row
    case 'disconnect-started':
      return { ...row, activity: 'disconnecting', problem: null }
    case 'connect-failed':
    case 'disconnect-failed':
      return { ...row, activity: 'idle', problem: fact.problem }
    case 'connected':
      return settled(row, fact.account ?? row.integration.account)
    case 'disconnected':
      return settled(row, null)
  }
}

const settled = (row: Row, account: ConnectedAccount | null): Row => ({
  integration: { ...row.integration, account },
  activity: 'idle',
  problem: null,
})

const newsOf = ({ integration: { name } }: Row, fact: RowFact): News => ({
  kind: fact.kind,
  name,
  problem: 'problem' in fact ? fact.problem : null,
})

/** The row whose disconnection is being asked about; one at most, as the question is modal. */
export const confirming = (state: State): Row | null =>
  state.kind === 'ready' ? (state.rows.find((row) => row.activity === 'confirming') ?? null) : null

/** Nothing is under way; a question on the screen is not. */
export const isIdle = ({ activity }: Row): boolean =>
  activity === 'idle' || activity === 'confirming'
