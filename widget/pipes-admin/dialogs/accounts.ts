/** The accounts that an organization shares at one provider: each named, chosen, renewed or disconnected; and one more. */
import { html, nothing, type TemplateResult } from 'lit'
import { needsForm } from '../../api/integration.ts'
import type { AccountChanges, Aim } from '../../api/pipes-api.ts'
import { accountList, addButton } from '../../more/details-view.ts'
import { aimedAt } from '../../pipes-widget/row.ts'
import { fill } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph } from '../../ui/glyphs.ts'
import { checkGlyph } from '../admin-glyphs.ts'
import type { Actions } from '../actions.ts'
import type { Row } from '../state.ts'
import type { Words } from './dialogs.ts'

export const sharedAccounts = (
  { key, configuration, activity, problem }: Row,
  around: {
    readonly isSaved: boolean
    readonly actions: Actions
    readonly t: Words
    readonly language: string
    /** Epoch ms. */
    readonly now: number
  },
): TemplateResult | typeof nothing => {
  const { actions, t, isSaved } = around
  const { name, shared, disabledBy } = configuration
  if (shared === null) return nothing
  const { integration } = shared
  const input = {
    ...around,
    // As the details of `<pipes-widget>` know rows.
    row: {
      integration,
      activity: activity === 'idle' ? ('idle' as const) : ('saving' as const),
      aim: null,
      isOpen: true,
      problem: null,
    },
    actions: {
      begin: (_: string, aim: Aim) =>
        needsForm(aimedAt(integration, aim))
          ? actions.open(key, 'form', aim)
          : actions.connect(key, aim),
      askDisconnect: (_: string, accountId: string) =>
        actions.open(key, 'disconnect', { accountId }),
      change: (_: string, accountId: string, changes: AccountChanges) =>
        actions.change(key, accountId, changes),
    },
  }
  return html`
    <h2 id="dialog-title" tabindex="-1" data-main>${fill(t.admin.accountsName, { name })}</h2>
    <div id="dialog-text" role="status">
      ${isSaved ? html`<p class="saved">${checkGlyph}${t.admin.saved}</p>` : nothing}
      ${integration.accounts.length === 0 ? html`<p>${t.notConnected}</p>` : nothing}
    </div>
    ${accountList(input)}
    ${
      problem === null
        ? nothing
        : html`<p class="problem" part="problem" role="alert">
            ${alertGlyph}<span>${problemText(problem, name, t)}</span>
          </p>`
    }
    <div class="dialog-actions">
      ${disabledBy === null ? addButton(input) : nothing}
      ${button({ label: t.dialogs.close, look: 'plain', part: 'close-button', press: () => actions.close() })}
    </div>
  `
}
