/** In place of `browser/own-script.ts`: whoever bundles the package bundles the others too, as chunks that come when needed. */
import type { Scripts } from '../browser/own-script.ts'

/** The page's `api-url` says where the Worker is. */
export const ownOrigin: string | null = null

export const scriptsOf = (): Scripts => ({
  importForm: () => import('../connect-form/connect-form.module.ts'),
  importMore: () => import('../more/more.module.ts'),
})
