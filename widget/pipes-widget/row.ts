/** One row of the widget: an integration, what is going on with it, and what can be read off that. */
import type { ConnectedAccount, Integration } from '../api/integration.ts'
import type { Aim } from '../api/pipes-api.ts'
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
  /** The form is on the screen. */
  | 'entering'
  /** What was entered is on its way, and the form is still on the screen. */
  | 'sending'
  /** The same after the form was closed. */
  | 'saving'

export type Row = {
  readonly integration: Integration
  readonly activity: Activity
  /** Which connection is being made, asked about or cut. */
  readonly aim: Aim
  /** The details are on the screen. */
  readonly isOpen: boolean
  /** Why the last attempt failed. */
  readonly problem: Problem | null
  /** The inputs of the form that the problem is about, as the request names them. */
  readonly refused?: readonly string[]
}

/** The row as what is under way sees it. */
export const aimed = (row: Row): Row => ({ ...row, integration: aimedAt(row.integration, row.aim) })

/** With the account that is meant, or none where one more is made. */
export const aimedAt = (integration: Integration, aim: Aim): Integration => {
  if (aim === null) return integration
  const account =
    aim === 'add' ? null : (integration.accounts.find(({ id }) => id === aim.accountId) ?? null)
  return { ...integration, account }
}

/** Which of several the app uses: the one that its user chose, else the first that was connected. */
export const used = ({ accounts }: Integration): ConnectedAccount | undefined =>
  accounts.find(({ raw }) => raw['preferred'] === true) ??
  accounts.find(({ raw }) => raw['connection_role'] === 'compatibility')

/** The account that needs its user most: its grant is over, or it may not do all that it should; else the first. */
export const subject = ({ accounts }: Integration): ConnectedAccount | null =>
  accounts.find(isOver) ?? accounts.find(({ missing }) => missing.length > 0) ?? accounts[0] ?? null

export const isOver = ({ state }: ConnectedAccount): boolean => state === 'needs_reauthorization'

/** Which connection a row's own button is about. */
export const usualAim = ({ integration }: Row): Aim => {
  const account = subject(integration)
  return account && { accountId: account.id }
}

/** Its form is on the screen. */
export const hasForm = ({ activity }: Row): boolean =>
  activity === 'entering' || activity === 'sending'

/** Nothing is under way; a question on the screen is not. */
export const isIdle = ({ activity }: Row): boolean =>
  activity === 'idle' || activity === 'confirming' || activity === 'entering'
