/**
 * What the embedded script knows of itself, and how it gets the others. The npm package, which is bundled by others and
 * comes from nowhere, has `npm/own-script.ts` in this place.
 */
import { importer } from './importer.ts'
import { scriptOrigin } from './script-origin.ts'
import type { Surroundings } from './surroundings.ts'

/** Read while the script runs, for `document.currentScript` is gone afterwards. Null on a server, which has no document. */
export const ownOrigin = typeof document === 'undefined' ? null : scriptOrigin(document)

export type Scripts = Pick<Surroundings, 'importForm' | 'importMore'>

/** @param origin where they are */
export const scriptsOf = (origin: () => string): Scripts => ({
  importForm: importer(() => `${origin()}/pipes-widget-form.js`),
  importMore: importer(() => `${origin()}/pipes-widget-more.js`),
})
