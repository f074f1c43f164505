/** One provider: what it is, whether it is connected, and the one thing to do next. */
import { html, nothing, type TemplateResult } from 'lit'
import { methodsNow, type ConnectedAccount } from '../../api/integration.ts'
import type { Problem } from '../../api/problem.ts'
import { fill, type Messages } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import type { More } from '../../more/contract.ts'
import { button, type ButtonModel } from '../../ui/button.ts'
import { alertGlyph, chevronGlyph, spinner } from '../../ui/glyphs.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import type { Actions } from '../actions.ts'
import { ADMIN, isSwitchedOff } from '../needs.ts'
import { hasForm, isIdle, isOver, subject, used, type Row } from '../row.ts'
import { aboutProvider } from './about-provider.ts'

export type RowPlace = {
  readonly index: number
  readonly isFound: boolean
  readonly more: More | null
}

export const providerRow = (
  row: Row,
  { index, isFound, more }: RowPlace,
  actions: Actions,
  t: Messages,
): TemplateResult => {
  const { integration } = row
  const problem = shownProblem(row)
  const { name, iconUrl, slug } = integration
  const problemId = `problem-${index}`
  const detailsId = `details-${index}`
  const hasAccount = integration.account !== null
  // Nothing but the decoration may stand before the name: the row is found by it.
  return html`
    <li part="row" data-slug=${slug} ?hidden=${!isFound}>
      ${providerLogo(name, iconUrl)}
      ${aboutProvider(integration, hasAccount ? detailsToggle(row, detailsId, actions, t) : nothing)}
      ${status(row, t)}
      <div class="actions">
        ${mainAction(row, problemId, actions, t)}${secondaryAction(row, actions, t)}
      </div>
      ${
        problem === null
          ? nothing
          : html`<p class="problem" part="problem" id=${problemId}>
              ${alertGlyph}<span
                >${problemText(problem, name, t)}
                ${problem.code === ADMIN ? more?.module.askAdministrator(row, more.pageUrl, t) : nothing}</span
              >
            </p>`
      }
      ${
        hasAccount
          ? html`<div class="details" part="details" id=${detailsId} ?hidden=${!row.isOpen}>
              ${row.isOpen ? (more?.module.details({ ...more, row, actions, t }) ?? t.loading) : nothing}
            </div>`
          : nothing
      }
      <slot name="row-${slug}"></slot>
    </li>
  `
}

const detailsToggle = (
  { isOpen, integration: { name, slug } }: Row,
  expands: string,
  actions: Actions,
  t: Messages,
): TemplateResult =>
  button({
    label: chevronGlyph,
    name: fill(t.detailsName, { name }),
    look: 'quiet',
    part: 'details-button',
    expands,
    isExpanded: isOpen,
    press: () => actions.toggleDetails(slug),
  })

/** What is wrong in the form is said there. */
const shownProblem = (row: Row): Row['problem'] => {
  if (hasForm(row)) return null
  return row.problem ?? (isSwitchedOff(row.integration) ? SWITCHED_OFF : null)
}

const SWITCHED_OFF: Problem = { code: 'integration_disabled', message: null }

const status = (row: Row, t: Messages): TemplateResult => {
  const { accounts, name } = row.integration
  const inUse = accounts.length > 1 ? used(row.integration) : undefined
  const busy = t.activities[row.activity]
  if (busy !== undefined) {
    return html`<div class="status busy" part="status">
      <span class="state">${spinner}${fill(busy, { name })}</span>
    </div>`
  }
  const [look, text] = stateOf(subject(row.integration), t)
  return html`
    <div class="status ${look}" part="status">
      <span class="state"><span class="dot"></span>${text}</span>
      ${accounts.map((account) => accountName(account, account === inUse, t))}
    </div>
  `
}

/** Whose account it is, or what is known of its key. */
const accountName = (
  { label, lastFour, clientId, picture }: ConnectedAccount,
  isInUse: boolean,
  t: Messages,
): TemplateResult | typeof nothing => {
  const text = label ?? clientId
  if (text === null && lastFour === null) return nothing
  return html`<span class="account" part="account"
    >${picture && providerLogo(text ?? '', picture, { part: 'picture' })}<bdi>${text}</bdi>${
      isInUse ? html`<span class="in-use">${t.inUse}</span>` : nothing
    }${
      lastFour === null
        ? nothing
        : html`<span class="key" dir="ltr" aria-hidden="true">•••• ${lastFour}</span
            ><span class="unseen">${fill(t.keyEnding, { last4: lastFour })}</span>`
    }</span
  >`
}

const stateOf = (
  account: ConnectedAccount | null,
  t: Messages,
): readonly [look: string, text: string] => {
  if (account === null) return ['off', t.notConnected]
  if (isOver(account)) return ['attention', t.needsReauthorization]
  return account.missing.length > 0 ? ['attention', t.limited] : ['on', t.connected]
}

const disconnectButton = (
  { integration: { name, slug } }: Row,
  account: ConnectedAccount,
  actions: Actions,
  t: Messages,
): ButtonModel => ({
  label: t.disconnect,
  name: fill(t.disconnectName, { name }),
  look: 'quiet',
  part: 'disconnect-button',
  press: () => actions.askDisconnect(slug, account.id),
})

/** Beside Reauthorize, Allow and Update only; while something is going on there is one button at most. */
const secondaryAction = (
  row: Row,
  actions: Actions,
  t: Messages,
): TemplateResult | typeof nothing => {
  const [only, ...others] = row.integration.accounts
  return isIdle(row) &&
    only !== undefined &&
    others.length === 0 &&
    mainButton(row, actions, t).part !== 'disconnect-button'
    ? button(disconnectButton(row, only, actions, t))
    : nothing
}

/** Always the same element, whatever it says: so the keyboard's focus survives every change of the row. */
const mainAction = (row: Row, problemId: string, actions: Actions, t: Messages): TemplateResult =>
  button({
    ...mainButton(row, actions, t),
    main: true,
    ...(shownProblem(row) === null ? {} : { describedBy: problemId }),
  })

const mainButton = (row: Row, actions: Actions, t: Messages): ButtonModel => {
  const { accounts, name, slug } = row.integration
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
  const account = subject(row.integration)
  const [part, label, fullName] = nextStep(row, account, t)
  if (part === 'manage-button') {
    const press = (): void => actions.toggleDetails(slug)
    return { label, name: fill(fullName, { name }), look: 'plain', part, busy, press }
  }
  if (account !== null && part === 'disconnect-button') {
    return { ...disconnectButton(row, account, actions, t), busy }
  }
  return {
    label,
    name: fill(fullName, { name }),
    look: accounts.some(isOver) ? 'primary' : 'plain',
    part,
    busy,
    press: () => actions.begin(slug),
  }
}

type Step = readonly [part: string, label: string, name: string]

/** Of several accounts none is meant by a word in the row, unless one needs something. */
const nextStep = (row: Row, account: ConnectedAccount | null, t: Messages): Step => {
  if (account === null) return ['connect-button', t.connect, t.connectName]
  const isOne = row.integration.accounts.length === 1
  const [method] = methodsNow({ ...row.integration, account })
  if (method === 'api_key' && (isOne || isOver(account))) {
    return ['update-button', t.updateKey, t.updateKeyName]
  }
  if (method === 'client_credentials' && (isOne || isOver(account))) {
    return ['update-button', t.updateClient, t.updateClientName]
  }
  if (isOver(account)) return ['reauthorize-button', t.reauthorize, t.reauthorizeName]
  if (account.missing.length > 0) return ['allow-button', t.allow, t.allowName]
  return isOne
    ? ['disconnect-button', t.disconnect, t.disconnectName]
    : ['manage-button', t.manage, t.manageName]
}
