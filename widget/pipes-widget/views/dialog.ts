/** The one dialog: the question before a connection is cut, or the form before one is made. */
import { html, nothing, type TemplateResult } from 'lit'
import type { ConnectForm } from '../../connect-form/contract.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { More } from '../../more/contract.ts'
import type { Actions } from '../actions.ts'
import { aimed } from '../row.ts'
import { confirming, entering, type State } from '../state.ts'

/** Always in the tree, as only an element that is there can be shown; without a row it is empty. */
export const dialog = (
  state: State,
  form: ConnectForm | null,
  more: More | null,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const asked = confirming(state)
  const entered = entering(state)
  // A click beside it must not cost what was typed.
  return html`
    <dialog
      part="dialog"
      closedby=${entered ? 'closerequest' : 'any'}
      aria-labelledby="dialog-title"
      aria-describedby="dialog-text"
      @close=${() => {
        if (asked) actions.dismissDisconnect(asked.integration.slug)
        if (entered) actions.dismissForm(entered.integration.slug)
      }}
    >
      ${asked && more ? more.module.confirmDisconnect(aimed(asked), actions, t) : nothing}
      ${entered && form ? form.view(entered, t) : nothing}
    </dialog>
  `
}
