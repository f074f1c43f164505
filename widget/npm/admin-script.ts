/** In place of `pipes-admin/admin-script.ts`: the dialogs are a chunk that comes when needed. */
import type { DialogsModule } from '../pipes-admin/dialogs/contract.ts'

/** The page's `api-url` says where the Worker is. */
export const ownOrigin: string | null = null

export const importerOfDialogs = (): (() => Promise<DialogsModule>) => () =>
  import('../pipes-admin/dialogs/dialogs.module.ts')
