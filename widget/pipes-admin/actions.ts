import type { Change } from '../api/admin-api.ts'
import type { Dialog } from './state.ts'

/** What a view may ask for. The controller does it. A `key` is that of a row. */
export type Actions = {
  load(): void
  /** Asks first where that ends something. */
  toggle(key: string): void
  open(key: string, dialog: Dialog): void
  close(): void
  readMembers(key: string): void
  save(key: string, change: Change): void
  switchOff(key: string): void
  /** Has to be called inside the click, as a window may have to be opened. */
  connect(key: string): void
  cancelConnect(key: string): void
  disconnect(key: string): void
}
