/** The question before a connection is cut. */
import { html, nothing, type TemplateResult } from 'lit'
import { fill, type Messages } from '../../i18n/messages.ts'
import { button } from '../../ui/button.ts'
import type { Actions } from '../actions.ts'
import type { Row } from '../state.ts'

/** The dialog is always in the tree, as only an element that is there can be shown; without a row it is empty. */
export const confirmDisconnect = (
  row: Row | null,
  actions: Actions,
  t: Messages,
): TemplateResult => html`
  <dialog
    part="dialog"
    closedby="any"
    aria-labelledby="confirm-title"
    aria-describedby="confirm-text"
    @close=${() => row && actions.dismissDisconnect(row.integration.slug)}
  >
    ${row === null ? nothing : question(row, actions, t)}
  </dialog>
`

const question = ({ integration }: Row, actions: Actions, t: Messages): TemplateResult => {
  const { name, slug, account } = integration
  const text = account?.label ? t.confirmTextAccount : t.confirmText
  return html`
    <h2 id="confirm-title">${fill(t.confirmTitle, { name })}</h2>
    <p id="confirm-text">${fill(text, { name, account: account?.label ?? '' })}</p>
    <div class="dialog-actions">
      ${button({
        label: t.cancel,
        look: 'plain',
        part: 'cancel-button',
        press: () => actions.dismissDisconnect(slug),
      })}
      ${button({
        label: t.disconnect,
        look: 'danger',
        part: 'confirm-button',
        press: () => actions.disconnect(slug),
      })}
    </div>
  `
}
