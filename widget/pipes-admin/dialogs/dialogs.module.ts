/** What is needed once something is pressed, and loaded then (`pipes-admin-dialogs.js`). */
import { listMembers } from '../../api/members-api.ts'
import { createSharedApi } from '../../api/shared-api.ts'
import { connectByPopup } from '../../connect/by-popup.ts'
import { connectByRedirect } from '../../more/by-redirect.ts'
import { connectBySecret } from '../../connect-form/by-secret.ts'
import { styles as formStyles } from '../../connect-form/form.styles.ts'
import { accountStyles } from '../../more/accounts.styles.ts'
import { dialogStyles } from '../../styles/dialog.ts'
import type { DialogsModule, Flows } from './contract.ts'
import { AdminDialogs } from './dialogs.ts'
import { styles } from './dialogs.styles.ts'
import { finishReturn } from './finish-return.ts'

/** A sheet of its own is no inline style to a Content Security Policy. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(
  dialogStyles.cssText + formStyles.cssText + accountStyles.cssText + styles.cssText,
)

export const createDialogs: DialogsModule['createDialogs'] = (host, actions, surroundings) => {
  const root = host.renderRoot
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets.push(sheet)
  }
  return new AdminDialogs(host, actions, surroundings)
}

export const flows: Flows = {
  createSharedApi,
  listMembers,
  connectByPopup,
  connectByRedirect,
  connectBySecret,
  finishReturn,
}
