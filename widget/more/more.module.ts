/** The script for what few rows and few pages need, loaded when one does (`pipes-widget-more.js`). */
import type { MoreModule } from './contract.ts'
import { dialogStyles } from '../styles/dialog.ts'
import { accountStyles } from './accounts.styles.ts'
import { styles } from './more.styles.ts'

export { askAdministrator } from './ask-administrator.ts'
export { connectByRedirect } from './by-redirect.ts'
export { confirmDisconnect } from './confirm-disconnect.ts'
export { detailsView as details } from './details-view.ts'
export { isFound } from './find.ts'
export { finder, foundText, nothingFound } from './finder.ts'
export { SameTab } from './same-tab.ts'
export { sharedList } from './shared-list.ts'

/** A sheet of its own is no inline style to a Content Security Policy. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(dialogStyles.cssText + accountStyles.cssText + styles.cssText)

export const prepare: MoreModule['prepare'] = ({ renderRoot: root }) => {
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets.push(sheet)
  }
}
