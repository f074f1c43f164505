/** What the embedded script of `<pipes-admin>` knows of itself; the npm package has `npm/admin-script.ts` in this place. */
import { importer } from '../browser/importer.ts'
import { scriptOrigin } from '../browser/script-origin.ts'
import type { DialogsModule } from './dialogs/contract.ts'

/** Read while the script runs, for `document.currentScript` is gone afterwards. */
export const ownOrigin = scriptOrigin(document, 'pipes-admin')

/** @param origin where the script of the dialogs is. Rejects where it cannot be loaded. */
export const importerOfDialogs = (origin: () => string): (() => Promise<DialogsModule>) =>
  importer(() => `${origin()}/pipes-admin-dialogs.js`)
