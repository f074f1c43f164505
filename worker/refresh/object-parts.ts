/** What the steps of an owner's object share: its records, who waits, and how a decision is kept. */
import type { AccountRecord } from '../domain/grant.ts'
import type { OwnerReference } from '../domain/owner.ts'
import type { AccountRecords } from '../storage/object/account-records.ts'
import type { Deps } from '../use-cases/deps.ts'
import type { Settlements } from './settlements.ts'

/** Whom a request is about, so that an object that does not know can ask D1. */
export type Whose = {
  readonly reference: OwnerReference
  readonly slug: string
  /** The one connection that it is about, if it names one. */
  readonly accountId?: string | undefined
}

export type ObjectParts = {
  readonly deps: Deps
  readonly records: AccountRecords
  readonly settlements: Settlements
  /** Asks D1 for what is not here. False when D1 is silent. */
  readonly ensure: (whose: Whose) => Promise<boolean>
  /** Keeps a decision, tells D1 without making anybody wait, and plans what is due next. */
  readonly decided: (before: AccountRecord, after: AccountRecord) => void
  /** Sets the alarm to what is due first. */
  readonly plan: () => Promise<void>
  /** Tells D1 what it has not acknowledged of an account. False when D1 is silent. */
  readonly tell: (accountId: string) => Promise<boolean>
}
