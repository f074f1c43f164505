import type { FormActions } from '../connect-form/contract.ts'

/** What a view may ask for. The controller does it. */
export type Actions = FormActions & {
  connect(slug: string): void
  /** For whoever has to enter something before connecting. */
  openForm(slug: string): void
  cancelConnect(slug: string): void
  askDisconnect(slug: string): void
  dismissDisconnect(slug: string): void
  disconnect(slug: string): void
  load(): void
}
