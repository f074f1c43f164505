/**
 * The administrator's widget as a machine: a state, facts in the past tense, one pure function between them. Nothing is
 * optimistic: a provider is switched off when the Worker has said so.
 */
import type { MemberAccount, MembersPage } from '../api/members-api.ts'
import type { Configuration } from '../api/configuration.ts'
import type { Aim } from '../api/pipes-api.ts'
import { problem as problemOf, type Problem } from '../api/problem.ts'
import { aimedAt } from '../pipes-widget/row.ts'

export type Activity =
  | 'idle'
  /** Being switched on or off. */
  | 'switching'
  /** Settings are on their way. */
  | 'saving'
  /** What was typed to connect is on its way. */
  | 'sending'
  /** The window is open, the address is being fetched. */
  | 'starting'
  /** The administrator is at the provider. */
  | 'waiting'
  | 'completing'
  /** This tab is on its way to the provider. */
  | 'leaving'
  | 'disconnecting'

/** What the one dialog is about. */
export type Dialog =
  /** An OAuth client, scopes, fields. */
  | 'settings'
  /** What is typed to connect. */
  | 'form'
  | 'members'
  /** All that are shared, with their names. */
  | 'accounts'
  /** Questions before something ends. */
  | 'switch-off'
  | 'disconnect'

export type Row = {
  /** A provider may be there twice: for members, and to be shared. */
  readonly key: string
  readonly configuration: Configuration
  readonly activity: Activity
  /** Why the last thing failed; said in the dialog while that is open. */
  readonly problem: Problem | null
  /** The inputs that it is about, as the request names them. */
  readonly refused: readonly string[]
}

/** Who has connected what, as far as it has been read. */
export type Members = {
  readonly accounts: readonly MemberAccount[]
  readonly after: string | null
  readonly isReading: boolean
  readonly problem: Problem | null
}

export type NewsKind =
  | 'loaded'
  | 'saved'
  /** A shared account: its name, or which one is used. Said in the dialog. */
  | 'changed'
  | 'switched-on'
  | 'switched-off'
  | 'connected'
  | 'connect-waiting'
  | 'connect-cancelled'
  | 'disconnected'
  | 'failed'

/** The one dialog, and which of several shared accounts it is about; null: as in `<pipes-widget>`, the first. */
type Opened = { readonly kind: Dialog; readonly key: string; readonly aim: Aim }

/** What the live region says: the latest fact, and whose. */
export type News = {
  readonly kind: NewsKind
  readonly key: string
  readonly name: string
  readonly problem: Problem | null
}

export type Ready = {
  readonly kind: 'ready'
  readonly rows: readonly Row[]
  readonly dialog: Opened | null
  /** Of the row that a dialog is about. */
  readonly members: Members
  /** The session is over, and what is on the screen stays: something may have been typed. */
  readonly isSessionOver: boolean
  /** A problem that belongs to no row, or to one that is gone. */
  readonly notice: { readonly problem: Problem; readonly name: string | null } | null
  readonly news: News | null
}

export type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not_permitted' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'session_expired' }
  | Ready

export type Fact =
  | { readonly kind: 'load-started' | 'not-permitted' | 'session-expired' | 'stopped' }
  | { readonly kind: 'loaded'; readonly configurations: readonly Configuration[] }
  | { readonly kind: 'load-failed' | 'returned-with-problem'; readonly problem: Problem }
  | RowFact

/** How something ends well. */
export type EndKind = Exclude<NewsKind, 'failed' | 'loaded' | 'changed'>

type RowFact = { readonly key: string } & (
  | { readonly kind: 'dialog-opened'; readonly dialog: Dialog; readonly aim: Aim }
  | { readonly kind: 'dialog-closed' | 'members-asked' | 'changed' }
  | { readonly kind: 'members-read'; readonly asked: string | null; readonly page: MembersPage }
  | { readonly kind: 'members-failed'; readonly asked: string | null; readonly problem: Problem }
  | { readonly kind: 'started'; readonly activity: Exclude<Activity, 'idle'> }
  | { readonly kind: 'ended'; readonly news: EndKind }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly fields?: readonly string[] }
)

export const initialState: State = { kind: 'loading' }

const NO_MEMBERS: Members = { accounts: [], after: null, isReading: true, problem: null }

/** Total: a fact that does not fit the state (a late answer, a row that is gone) leaves it as it is. */
export const reduce = (state: State, fact: Fact): State => {
  const ready = state.kind === 'ready' ? state : null
  switch (fact.kind) {
    case 'load-started':
      return ready ?? initialState
    case 'loaded':
      return loaded(ready, fact.configurations)
    case 'load-failed':
      return ready ?? { kind: 'failed', problem: fact.problem }
    case 'not-permitted':
      return { kind: 'not_permitted' }
    case 'session-expired':
      return ready ? { ...ready, isSessionOver: true } : { kind: 'session_expired' }
    case 'stopped':
      return ready ? { ...ready, rows: ready.rows.map(stopped), dialog: null } : state
    case 'returned-with-problem':
      return ready ? { ...ready, notice: { problem: fact.problem, name: null } } : state
    default:
      return ready ? changed(ready, fact) : state
  }
}

/** The element was taken out of its page, or the page was left: what was under way is not waited for any more. */
const stopped = (row: Row): Row => ({ ...row, activity: 'idle' })

/** What is going on in a row, and what somebody types, outlives the reading. */
const loaded = (before: Ready | null, configurations: readonly Configuration[]): Ready => {
  const rows = configurations.map((configuration): Row => {
    const key = keyOf(configuration)
    const known = before?.rows.find((row) => row.key === key)
    return { activity: 'idle', problem: null, refused: [], ...known, key, configuration }
  })
  const dialog = before?.dialog ?? null
  return {
    kind: 'ready',
    rows,
    dialog: rows.some(({ key }) => key === dialog?.key) ? dialog : null,
    members: before?.members ?? NO_MEMBERS,
    isSessionOver: false,
    notice: noticeOfGone(before, rows) ?? before?.notice ?? null,
    news: before ? before.news : { kind: 'loaded', key: '', name: '', problem: null },
  }
}

/** Whoever was told something in a row that is not offered any more, or had its dialog open, has to be told elsewhere. */
const noticeOfGone = (before: Ready | null, rows: readonly Row[]): Ready['notice'] => {
  const gone = before?.rows.find(
    ({ key, problem }) =>
      (problem !== null || key === before.dialog?.key) && !rows.some((row) => row.key === key),
  )
  return gone
    ? {
        problem: gone.problem ?? problemOf('integration_not_found'),
        name: gone.configuration.name,
      }
    : null
}

const keyOf = ({ place, slug }: Pick<Configuration, 'place' | 'slug'>): string => `${place}:${slug}`

const changed = (state: Ready, fact: RowFact): Ready => {
  const row = state.rows.find(({ key }) => key === fact.key)
  if (row === undefined) return state
  const put = (change: Partial<Row>): Pick<Ready, 'rows'> => ({
    rows: state.rows.map((other) => (other === row ? { ...row, ...change } : other)),
  })
  const news = (kind: NewsKind, problem: Problem | null = null): Pick<Ready, 'news'> => ({
    news: { kind, key: row.key, name: row.configuration.name, problem },
  })
  const isOpen = state.dialog?.key === row.key

  switch (fact.kind) {
    case 'dialog-opened':
      // Of the accounts one leads to the question about one of them.
      if (row.activity !== 'idle') return state
      if (state.dialog !== null && !(isOpen && state.dialog.kind === 'accounts')) return state
      return {
        ...state,
        ...put({ problem: null, refused: [] }),
        dialog: { kind: fact.dialog, key: row.key, aim: fact.aim },
        members: NO_MEMBERS,
      }
    case 'dialog-closed':
      return isOpen ? { ...state, dialog: null } : state
    case 'members-asked':
      return { ...state, members: { ...state.members, isReading: true, problem: null } }
    case 'members-read':
    case 'members-failed':
      return isOpen ? { ...state, members: membersAfter(state.members, fact) } : state
    case 'started':
      return {
        ...state,
        ...put({ activity: fact.activity, problem: null, refused: [] }),
        ...(fact.activity === 'waiting' ? news('connect-waiting') : {}),
        // The rest happens in the window.
        dialog: isOpen && fact.activity === 'waiting' ? null : state.dialog,
        notice: null,
      }
    case 'ended':
      return {
        ...state,
        ...put({ activity: 'idle', problem: null, refused: [] }),
        ...news(fact.news),
        dialog: isOpen ? null : state.dialog,
      }
    case 'changed':
      return {
        ...state,
        ...put({ activity: 'idle', problem: null, refused: [] }),
        ...news('changed'),
      }
    case 'failed':
      return {
        ...state,
        ...put({ activity: 'idle', problem: fact.problem, refused: fact.fields ?? [] }),
        ...news('failed', fact.problem),
      }
  }
}

const membersAfter = (
  members: Members,
  fact: Extract<RowFact, { readonly kind: 'members-read' | 'members-failed' }>,
): Members => {
  // Asked before the dialog was closed and opened again: what was asked since has it, too.
  if (!members.isReading || members.after !== fact.asked) return members
  return fact.kind === 'members-failed'
    ? { ...members, isReading: false, problem: fact.problem }
    : {
        accounts: [...members.accounts, ...fact.page.accounts],
        after: fact.page.after,
        isReading: false,
        problem: null,
      }
}

/** The row that the dialog is about, with the account that is meant. */
export const inDialog = (state: State): Row | null => {
  if (state.kind !== 'ready' || state.dialog === null) return null
  const { key, aim } = state.dialog
  const row = state.rows.find((one) => one.key === key) ?? null
  const shared = row?.configuration.shared
  if (!row || !shared) return row
  const integration = aimedAt(shared.integration, aim)
  return { ...row, configuration: { ...row.configuration, shared: { ...shared, integration } } }
}

/** Something is under way or has failed, and may have to be spoken of. */
export const isEventful = (state: State): boolean =>
  state.kind === 'failed' ||
  (state.kind === 'ready' &&
    (state.notice !== null ||
      state.members.problem !== null ||
      state.rows.some(({ activity, problem }) => activity !== 'idle' || problem !== null)))

/** How many people have connected it; several connections of one of them count once. */
export const peopleIn = ({ accounts }: Members): number =>
  new Set(accounts.map(({ userId }) => userId)).size
