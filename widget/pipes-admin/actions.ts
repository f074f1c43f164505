import type { Change } from '../api/admin-api.ts'
import type { AccountChanges, Aim } from '../api/pipes-api.ts'
import type { Dialog } from './state.ts'

/** What a view may ask for. The controller does it. A `key` is that of a row. */
export type Actions = {
  load(): void
  /** Asks first where that ends something. */
  toggle(key: string): void
  /** @param aim which of several shared accounts is meant; without one the first */
  open(key: string, dialog: Dialog, aim?: Aim): void
  close(): void
  readMembers(key: string): void
  save(key: string, change: Change): void
  switchOff(key: string): void
  /** Has to be called inside the click, as a window may have to be opened. */
  connect(key: string, aim?: Aim): void
  cancelConnect(key: string): void
  /** The one that is asked about. */
  disconnect(key: string): void
  /** What a shared account is called, and that it is the one that members use. */
  change(key: string, accountId: string, changes: AccountChanges): void
}
