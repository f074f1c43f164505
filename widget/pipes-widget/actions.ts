import type { MoreActions } from '../more/contract.ts'
import type { FormActions } from '../connect-form/contract.ts'
import type { Aim } from '../api/pipes-api.ts'

/** What a view may ask for. The controller does it. */
export type Actions = FormActions &
  MoreActions & {
    /**
     * Connects, or opens the form where something has to be entered before. Called inside the click, as a window may
     * have to be opened.
     *
     * @param aim default: what the row is most in need of
     */
    begin(slug: string, aim?: Aim): void
    cancelConnect(slug: string): void
    toggleDetails(slug: string): void
    load(): void
  }
