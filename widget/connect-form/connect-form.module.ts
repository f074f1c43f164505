/** The form's script, loaded when somebody needs it (`pipes-widget-form.js`). */
import type { FormModule } from './contract.ts'
import { EntryForm } from './connect-form.ts'
import { dialogStyles } from '../styles/dialog.ts'
import { styles } from './form.styles.ts'

/** A sheet of its own is no inline style to a Content Security Policy. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(dialogStyles.cssText + styles.cssText)

export { connectBySecret } from './by-secret.ts'

export const createForm: FormModule['createForm'] = (host, row, actions) => {
  const root = host.renderRoot
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets.push(sheet)
  }
  return new EntryForm(host, row, actions)
}
