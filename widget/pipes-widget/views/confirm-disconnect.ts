/** The question before a connection is cut. */
import { html, type TemplateResult } from 'lit'
import { fill, type Messages } from '../../i18n/messages.ts'
import { button } from '../../ui/button.ts'
import type { Actions } from '../actions.ts'
import type { Row } from '../state.ts'

export const confirmDisconnect = (
  { integration }: Row,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const { name, slug, account } = integration
  const text = account?.label ? t.confirmTextAccount : t.confirmText
  return html`
    <h2 id="dialog-title">${fill(t.confirmTitle, { name })}</h2>
    <p id="dialog-text">${fill(text, { name, account: account?.label ?? '' })}</p>
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
