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
  /** Why the last attempt failed. */
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

const ACTIVITY_AFTER: Readonly<Record<RowFact['kind'], Activity>> = {
  'connect-started': 'starting',
  'connect-waiting': 'waiting',
  'connect-completing': 'completing',
  'connect-left': 'leaving',
  'connect-cancelled': 'idle',
  'connect-failed': 'idle',
  connected: 'idle',
  'disconnect-asked': 'confirming',
  'disconnect-dismissed': 'idle',
  'disconnect-started': 'disconnecting',
  'disconnect-failed': 'idle',
  disconnected: 'idle',
}

/** A reason stays until something else happens in its row. */
const reduceRow = (row: Row, fact: RowFact): Row => {
  if (fact.kind === 'disconnect-asked' && row.activity !== 'idle') return row
  return {
    integration: { ...row.integration, account: accountAfter(row, fact) },
    activity: ACTIVITY_AFTER[fact.kind],
    problem: problemOf(fact),
  }
}

const accountAfter = ({ integration }: Row, fact: RowFact): ConnectedAccount | null => {
  if (fact.kind === 'disconnected') return null
  return (fact.kind === 'connected' ? fact.account : null) ?? integration.account
}

const problemOf = (fact: RowFact): Problem | null => ('problem' in fact ? fact.problem : null)

const newsOf = ({ integration: { name } }: Row, fact: RowFact): News => ({
  kind: fact.kind,
  name,
  problem: problemOf(fact),
})

/** The row whose disconnection is being asked about; one at most, as the question is modal. */
export const confirming = (state: State): Row | null =>
  state.kind === 'ready' ? (state.rows.find((row) => row.activity === 'confirming') ?? null) : null

/** Nothing is under way; a question on the screen is not. */
export const isIdle = ({ activity }: Row): boolean =>
  activity === 'idle' || activity === 'confirming'
