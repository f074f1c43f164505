/** What `<pipes-admin>` touches of its browser beside what `<pipes-widget>` does. */
import { browserSurroundings, type Surroundings } from '../browser/surroundings.ts'
import { importerOfDialogs } from './admin-script.ts'
import type { DialogsModule } from './dialogs/contract.ts'

export type AdminSurroundings = Surroundings & {
  /** The script of the dialogs. Rejects where it cannot be loaded. */
  readonly importDialogs: () => Promise<DialogsModule>
  /** Into the clipboard; false where the browser does not let us. */
  readonly copy: (text: string) => Promise<boolean>
}

/** @param origin where the scripts are that are loaded on demand */
export const browserForAdmin = (origin: () => string): AdminSurroundings => ({
  ...browserSurroundings(origin),
  importDialogs: importerOfDialogs(origin),
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
})
