/** The question before a connection is cut. */
import { html, type TemplateResult } from 'lit'
import type { ConnectedAccount } from '../api/integration.ts'
import { fill, type Messages } from '../i18n/messages.ts'
import { fullName } from './account-facts.ts'
import { button } from '../ui/button.ts'
import type { Row } from '../pipes-widget/row.ts'
import type { MoreActions } from './contract.ts'
import { wordsOf } from './words.ts'

export const confirmDisconnect = (
  { integration }: Row,
  actions: MoreActions,
  t: Messages,
): TemplateResult => {
  const { name, slug, account } = integration
  const words = wordsOf(t)
  const label = account && nameOrKey(account)
  const text = label ? words.confirmTextAccount : words.confirmText
  return html`
    <h2 id="dialog-title">${fill(words.confirmTitle, { name })}</h2>
    <p id="dialog-text">${fill(text, { name, account: label ?? '' })}</p>
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

/** Of several keys it has to be said which. */
const nameOrKey = (account: ConnectedAccount): string | null =>
  fullName(account) ?? account.clientId ?? (account.lastFour && `•••• ${account.lastFour}`)
