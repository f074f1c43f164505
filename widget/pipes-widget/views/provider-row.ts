/** One provider: what it is, whether it is connected, and the one thing to do next. */
import { html, nothing, type TemplateResult } from 'lit'
import { methodsNow, needsForm, type ConnectedAccount } from '../../api/integration.ts'
import { fill, type Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button, type ButtonModel } from '../../ui/button.ts'
import { alertGlyph, spinner } from '../../ui/glyphs.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import type { Actions } from '../actions.ts'
import { hasForm, isIdle, type Row } from '../state.ts'

export const providerRow = (
  row: Row,
  index: number,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const { integration } = row
  const problem = shownProblem(row)
  const { name, description, iconUrl } = integration
  const problemId = `problem-${index}`
  // Nothing but the decoration may stand before the name: the row is found by it.
  return html`
    <li part="row" data-slug=${integration.slug}>
      ${providerLogo(name, iconUrl)}
      <div class="about">
        <span class="name" part="name"><bdi>${name}</bdi></span>
        ${
          description === null
            ? nothing
            : html`<span class="description" part="description"><bdi>${description}</bdi></span>`
        }
      </div>
      ${status(row, t)}
      <div class="actions">
        ${mainAction(row, problemId, actions, t)}${secondaryAction(row, actions, t)}
      </div>
      ${
        problem === null
          ? nothing
          : html`<p class="problem" part="problem" id=${problemId}>
              ${alertGlyph}<span>${problemText(problem, name, t)}</span>
            </p>`
      }
    </li>
  `
}

/** What is wrong in the form is said there. */
const shownProblem = (row: Row): Row['problem'] => (hasForm(row) ? null : row.problem)

const status = (row: Row, t: Messages): TemplateResult => {
  const { account, name } = row.integration
  const busy = t.activities[row.activity]
  if (busy !== undefined) {
    return html`<div class="status busy" part="status">
      <span class="state">${spinner}${fill(busy, { name })}</span>
    </div>`
  }
  const [look, text] = stateOf(row, t)
  return html`
    <div class="status ${look}" part="status">
      <span class="state"><span class="dot"></span>${text}</span>
      ${account && accountName(account, t)}
    </div>
  `
}

/** Whose account it is, or what is known of its key. */
const accountName = (
  { label, lastFour, clientId }: ConnectedAccount,
  t: Messages,
): TemplateResult | typeof nothing => {
  const text = label ?? clientId
  if (text === null && lastFour === null) return nothing
  return html`<span class="account" part="account"
    ><bdi>${text}</bdi>${
      lastFour === null
        ? nothing
        : html`<span class="key" dir="ltr" aria-hidden="true">•••• ${lastFour}</span
            ><span class="unseen">${fill(t.keyEnding, { last4: lastFour })}</span>`
    }</span
  >`
}

const stateOf = ({ integration: { account } }: Row, t: Messages): readonly [string, string] => {
  if (account === null) return ['off', t.notConnected]
  return account.state === 'connected' ? ['on', t.connected] : ['attention', t.needsReauthorization]
}

const disconnectButton = (
  { integration: { name, slug } }: Row,
  actions: Actions,
  t: Messages,
): ButtonModel => ({
  label: t.disconnect,
  name: fill(t.disconnectName, { name }),
  look: 'quiet',
  part: 'disconnect-button',
  press: () => actions.askDisconnect(slug),
})

/** Beside Reauthorize and Update only; while something is going on there is one button at most. */
const secondaryAction = (
  row: Row,
  actions: Actions,
  t: Messages,
): TemplateResult | typeof nothing =>
  isIdle(row) && mainButton(row, actions, t).part !== 'disconnect-button' && row.integration.account
    ? button(disconnectButton(row, actions, t))
    : nothing

/** Always the same element, whatever it says: so the keyboard's focus survives every change of the row. */
const mainAction = (row: Row, problemId: string, actions: Actions, t: Messages): TemplateResult =>
  button({
    ...mainButton(row, actions, t),
    main: true,
    ...(shownProblem(row) === null ? {} : { describedBy: problemId }),
  })

const mainButton = (row: Row, actions: Actions, t: Messages): ButtonModel => {
  const { account, name, slug } = row.integration
  if (row.activity === 'waiting' || row.activity === 'leaving') {
    return {
      label: t.cancel,
      name: fill(t.cancelName, { name }),
      look: 'quiet',
      part: 'cancel-button',
      press: () => actions.cancelConnect(slug),
    }
  }
  const busy = !isIdle(row)
  const update = updateWords(row, t)
  if (account?.state === 'connected' && update === null) {
    return { ...disconnectButton(row, actions, t), busy }
  }
  const press = (): void =>
    needsForm(row.integration) ? actions.openForm(slug) : actions.connect(slug)
  if (account === null) {
    return {
      label: t.connect,
      name: fill(t.connectName, { name }),
      look: 'plain',
      part: 'connect-button',
      busy,
      press,
    }
  }
  const [label, fullName] = update ?? [t.reauthorize, t.reauthorizeName]
  return {
    label,
    name: fill(fullName, { name }),
    look: account.state === 'connected' ? 'plain' : 'primary',
    part: update === null ? 'reauthorize-button' : 'update-button',
    busy,
    press,
  }
}

/** For an account that lives by a secret which can be typed again; null for all others. */
const updateWords = (
  { integration }: Row,
  t: Messages,
): readonly [label: string, name: string] | null => {
  if (integration.account === null) return null
  switch (methodsNow(integration)[0]) {
    case 'api_key':
      return [t.updateKey, t.updateKeyName]
    case 'client_credentials':
      return [t.updateClient, t.updateClientName]
    default:
      return null
  }
}
