/**
 * The widget as a machine: a state, facts in the past tense, and one pure function between them.
 * Nothing here is optimistic: a row is connected when the Worker has said so. Nothing here knows a browser.
 */
import { withAccounts, type ConnectedAccount, type Integration } from '../api/integration.ts'
import type { Aim, Listed } from '../api/pipes-api.ts'
import type { Problem } from '../api/problem.ts'
import { aimed, hasForm, isOver, type Activity, type Row } from './row.ts'

/** What the live region says: the latest fact, and the name, as whoever listens does not see the row. */
export type News = {
  readonly kind: RowFact['kind'] | 'loaded' | 'searched'
  readonly name: string
  readonly problem: Problem | null
}

export type Ready = {
  readonly kind: 'ready'
  readonly rows: readonly Row[]
  readonly shared: Listed['shared']
  readonly search: Search
  /** A problem that belongs to no row: of an attempt that is not known here, or of a row that is gone. */
  readonly notice: { readonly problem: Problem; readonly name: string | null } | null
  readonly news: News | null
}

/** What the user looks for; null: in all categories. */
export type Search = { readonly text: string; readonly category: string | null }

export type State =
  | { readonly kind: 'loading' }
  | Ready
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'session_expired' }

export type Fact =
  | { readonly kind: 'load-started' }
  | ({ readonly kind: 'loaded' } & Listed)
  | { readonly kind: 'load-failed'; readonly problem: Problem }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'returned-with-problem'; readonly problem: Problem }
  | { readonly kind: 'searched'; readonly search: Search }
  /** The element has left the document, or the tab the page, and what was under way has ended with it. */
  | { readonly kind: 'stopped' }
  | RowFact

export type RowFact = { readonly slug: string } & (
  | { readonly kind: 'connect-started' | 'disconnect-asked' | 'form-asked'; readonly aim: Aim }
  | {
      readonly kind:
        | 'connect-waiting'
        | 'connect-completing'
        | 'connect-left'
        | 'connect-cancelled'
        | 'details-toggled'
        /** Its name, or which one is used. */
        | 'changed'
        | 'disconnect-dismissed'
        | 'disconnect-started'
        | 'disconnected'
        | 'form-opened'
        | 'form-dismissed'
        | 'form-sent'
    }
  | {
      readonly kind: 'form-refused'
      readonly problem: Problem
      readonly fields: readonly string[]
    }
  | { readonly kind: 'connected'; readonly account: ConnectedAccount | null }
  | { readonly kind: 'connect-failed'; readonly problem: Problem }
)

export const initialState: State = { kind: 'loading' }

/** Total: a fact that does not fit the state (a late answer, a row that is gone) leaves it as it is. */
export const reduce = (state: State, fact: Fact): State => {
  switch (fact.kind) {
    case 'loaded':
      return loaded(state, fact)
    case 'session-expired':
      return { kind: 'session_expired' }
    default:
      return state.kind === 'ready' ? changed(state, fact) : withoutList(state, fact)
  }
}

const withoutList = (state: State, fact: Fact): State => {
  switch (fact.kind) {
    case 'load-started':
      return { kind: 'loading' }
    case 'load-failed':
      return { kind: 'failed', problem: fact.problem }
    default:
      return state
  }
}

/** A list on the screen stays there while it is read again, and when it cannot be. */
const changed = (
  state: Ready,
  fact: Exclude<Fact, { kind: 'loaded' | 'session-expired' }>,
): Ready => {
  switch (fact.kind) {
    case 'load-started':
    case 'load-failed':
      return state
    case 'returned-with-problem':
      return { ...state, notice: { problem: fact.problem, name: null } }
    case 'searched':
      return searched(state, fact.search)
    case 'stopped':
      return { ...state, rows: state.rows.map((row) => ({ ...row, activity: 'idle' })) }
    default:
      return changeRow(state, fact)
  }
}

/** Fresh rows from the Worker; what is going on in a row outlives the reading. */
const loaded = (state: State, { integrations, shared }: Listed): State => {
  const before = state.kind === 'ready' ? state : null
  const known = new Map(before?.rows.map((row) => [row.integration.slug, row]))
  return {
    kind: 'ready',
    rows: integrations.map((integration) => ({
      ...(known.get(integration.slug) ?? NEW_ROW),
      integration,
    })),
    shared,
    search: before?.search ?? { text: '', category: null },
    notice: noticeOfGone(before, integrations) ?? before?.notice ?? null,
    news: before ? before.news : { kind: 'loaded', name: '', problem: null },
  }
}

/** Whoever was told why in a row that is not offered any more has to be told elsewhere. */
const noticeOfGone = (before: Ready | null, integrations: readonly Integration[]) => {
  const gone = before?.rows.find(
    ({ integration: { slug }, problem }) =>
      problem !== null && !integrations.some((one) => one.slug === slug),
  )
  return gone?.problem ? { problem: gone.problem, name: gone.integration.name } : null
}

const NEW_ROW = { activity: 'idle', problem: null, aim: null, isOpen: false } as const

const searched = (state: Ready, search: Search): Ready => ({
  ...state,
  search,
  news: { kind: 'searched', name: '', problem: null },
})

const changeRow = (state: Ready, fact: RowFact): Ready => {
  const row = state.rows.find(({ integration }) => integration.slug === fact.slug)
  if (row === undefined || ONLY_AFTER[fact.kind]?.includes(row.activity) === false) return state
  const next = reduceRow(row, fact)
  return {
    ...state,
    rows: state.rows.map((other) => (other === row ? next : other)),
    notice: BEGINNINGS.has(fact.kind) ? null : state.notice,
    news: newsOf(next, fact),
  }
}

/** Whoever begins anew has done with the last problem. */
const BEGINNINGS: ReadonlySet<RowFact['kind']> = new Set(['connect-started', 'form-asked'])

const ACTIVITY_AFTER: Readonly<Partial<Record<RowFact['kind'], Activity>>> = {
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
  disconnected: 'idle',
  'form-asked': 'starting',
  'form-opened': 'entering',
  'form-dismissed': 'idle',
  'form-sent': 'sending',
  'form-refused': 'entering',
}

const activityAfter = ({ activity }: Row, { kind }: RowFact): Activity => {
  // What is on its way cannot be called back; its answer goes to the row.
  if (activity === 'sending' && kind === 'form-dismissed') return 'saving'
  if (activity === 'saving' && kind === 'form-refused') return 'idle'
  return ACTIVITY_AFTER[kind] ?? activity
}

/** In which activities these facts can have happened; in any other they are late. */
const ONLY_AFTER: Readonly<Partial<Record<RowFact['kind'], readonly Activity[]>>> = {
  'disconnect-asked': ['idle'],
  'form-asked': ['idle'],
  'form-opened': ['starting'],
  'form-dismissed': ['entering', 'sending'],
  'form-sent': ['entering'],
  'form-refused': ['sending', 'saving'],
}

/** A reason stays until something else happens in its row. */
const reduceRow = (row: Row, fact: RowFact): Row => {
  if (fact.kind === 'details-toggled') return { ...row, isOpen: !row.isOpen }
  return {
    integration: withAccounts(row.integration, accountsAfter(row, fact)),
    activity: activityAfter(row, fact),
    aim: 'aim' in fact ? fact.aim : row.aim,
    isOpen: row.isOpen,
    problem: problemOf(fact),
    ...(fact.kind === 'form-refused' && { refused: fact.fields }),
  }
}

const accountsAfter = (row: Row, fact: RowFact): readonly ConnectedAccount[] => {
  const { accounts } = row.integration
  if (fact.kind === 'disconnected') {
    const ended = aimed(row).integration.account
    return accounts.filter((account) => account !== ended)
  }
  const made = fact.kind === 'connected' ? fact.account : null
  if (made === null) return accounts
  const isKnown = accounts.some(({ id }) => id === made.id)
  if (isKnown) return accounts.map((account) => (account.id === made.id ? made : account))
  // What replaced the only one, or one more: the Worker's list says it at once.
  return row.aim === 'add' ? [...accounts, made] : [made, ...accounts.slice(1)]
}

const problemOf = (fact: RowFact): Problem | null => ('problem' in fact ? fact.problem : null)

const newsOf = ({ integration: { name } }: Row, fact: RowFact): News => ({
  kind: fact.kind,
  name,
  problem: problemOf(fact),
})

export const rowOf = (state: State, slug: string): Row | undefined =>
  state.kind === 'ready' ? state.rows.find((row) => row.integration.slug === slug) : undefined

/** Rows that do not work until their user has come again. */
export const overRows = ({ rows }: Ready): readonly Row[] =>
  rows.filter((row) => row.activity === 'idle' && row.integration.accounts.some(isOver))

/** The row whose disconnection is being asked about; one at most, as the question is modal. */
export const confirming = (state: State): Row | null =>
  state.kind === 'ready' ? (state.rows.find((row) => row.activity === 'confirming') ?? null) : null

/** The row whose form is on the screen; one at most, as it is modal. */
export const entering = (state: State): Row | null =>
  state.kind === 'ready' ? (state.rows.find(hasForm) ?? null) : null
