/** An open row: each account with what it may do, how it fares and what can be done about it; and one more. */
import { html, nothing, type TemplateResult } from 'lit'
import { labelAtProvider, methodsNow, type ConnectedAccount } from '../api/integration.ts'
import { asLabel } from '../api/read.ts'
import { fill, type Messages, type MoreMessages } from '../i18n/messages.ts'
import { isIdle, isOver, used, type Row } from '../pipes-widget/row.ts'
import { button } from '../ui/button.ts'
import { providerLogo } from '../ui/provider-logo.ts'
import { grantedScopes, missingScopes, times, type ScopeFact } from './account-facts.ts'
import type { DetailsInput, MoreActions } from './contract.ts'
import { wordsOf } from './words.ts'

type ListInput = Omit<DetailsInput, 'actions'> & {
  readonly actions: Pick<MoreActions, 'begin' | 'askDisconnect' | 'change'>
}
type Input = ListInput & { readonly words: MoreMessages }

export const detailsView = (input: DetailsInput): TemplateResult =>
  html`${accountList(input)}${addButton(input)}`

export const accountList = (input: ListInput): TemplateResult => {
  const words = wordsOf(input.t)
  return html`<div role="list" class="accounts">
    ${input.row.integration.accounts.map((account) => accountView({ ...input, words }, account))}
  </div>`
}

export const addButton = ({ row, actions, t }: ListInput): TemplateResult => {
  const { add, addName } = wordsOf(t)
  const { name, slug } = row.integration
  return button({
    label: add,
    name: fill(addName, { name }),
    look: 'plain',
    part: 'add-button',
    busy: !isIdle(row),
    press: () => actions.begin(slug, 'add'),
  })
}

const accountView = (input: Input, account: ConnectedAccount): TemplateResult => {
  const { row, words, language, now, t } = input
  const { integration } = row
  const name = nameOf(input, account)
  const there = labelAtProvider(account.raw)
  return html`<div role="listitem" class="account-details" part="account-details">
    <p class="account-name">
      ${providerLogo(name, account.picture, { part: 'picture' })}<bdi>${name}</bdi>${
        isInUse(row, account) ? html`<span class="in-use">${t.inUse}</span>` : nothing
      }
    </p>
    <p class="facts">
      ${there === null || there === name ? nothing : html`<bdi>${there}</bdi>`}
      ${isOver(account) ? html`<span class="over">${t.needsReauthorization}</span>` : nothing}
      ${times(account, language, now, words).map((text) => html`<span>${text}</span>`)}
    </p>
    ${scopeList(words.granted, grantedScopes(account, integration))}
    ${scopeList(words.missing, missingScopes(account, integration))}
    ${naming(input, account, there ?? name)}
    <div class="account-actions">${useButton(input, account)}${accountButtons(input, account)}</div>
  </div>`
}

/** Of several; of one alone it needs no word. */
const isInUse = ({ integration }: Row, account: ConnectedAccount): boolean =>
  integration.accounts.length > 1 && used(integration) === account

const NICKNAME_LIMIT = 64

/** What is typed stays while the row is drawn anew: the field follows what is stored, when that changes. */
const naming = (
  { row, actions, words }: Input,
  { id, raw }: ConnectedAccount,
  otherwise: string,
): TemplateResult => {
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements[0] as HTMLInputElement
    const nickname = asLabel(field.value, NICKNAME_LIMIT)
    actions.change(row.integration.slug, id, { nickname })
  }
  return html`<form class="naming" part="naming" @submit=${save}>
    <label
      ><span>${words.nickname}</span
      ><input
        part="input nickname"
        maxlength=${NICKNAME_LIMIT}
        autocomplete="off"
        placeholder=${otherwise}
        .value=${asLabel(raw['nickname'], NICKNAME_LIMIT) ?? ''} /></label
    ><button part="button save-button" class="plain" aria-label="${words.save}: ${otherwise}">
      ${words.save}
    </button>
  </form>`
}

const scopeList = (title: string, scopes: readonly ScopeFact[]): TemplateResult | typeof nothing =>
  scopes.length === 0
    ? nothing
    : html`<p class="scopes-title">${title}</p>
        <div role="list" class="scopes" part="scopes" aria-label=${title}>
          ${scopes.map(
            ({ scope, words }) =>
              html`<div role="listitem" title=${scope}>
                ${words === null ? html`<code dir="ltr">${scope}</code>` : html`<bdi>${words}</bdi>`}
              </div>`,
          )}
        </div>`

const nameOf = (
  { row, t, words }: Input,
  { label, clientId, lastFour }: ConnectedAccount,
): string =>
  label ??
  clientId ??
  (lastFour && fill(t.keyEnding, { last4: lastFour })) ??
  fill(words.someAccount, { name: row.integration.name })

/** By itself, so that no other button takes its place, and the focus, when it goes. */
const useButton = (input: Input, account: ConnectedAccount): TemplateResult | typeof nothing => {
  const { row, actions, words } = input
  const { slug } = row.integration
  // A Worker of before knows of no choice.
  const isToChoose = account.raw['preferred'] === false && used(row.integration) !== account
  if (!isToChoose || isOver(account)) return nothing
  return button({
    label: words.use,
    name: `${words.use}: ${nameOf(input, account)}`,
    look: 'plain',
    part: 'use-button',
    busy: !isIdle(row),
    press: () => actions.change(slug, account.id, { preferred: true }),
  })
}

const accountButtons = (
  input: Input,
  account: ConnectedAccount,
): readonly (TemplateResult | null)[] => {
  const { row, actions, t } = input
  const { slug } = row.integration
  const name = nameOf(input, account)
  const aim = { accountId: account.id }
  const busy = !isIdle(row)
  const step = renewal(row, account, t)
  return [
    step &&
      button({
        label: step.label,
        name: fill(step.name, { name }),
        look: 'plain',
        part: step.part,
        busy,
        press: () => actions.begin(slug, aim),
      }),
    button({
      label: t.disconnect,
      name: fill(t.disconnectName, { name }),
      look: 'quiet',
      part: 'disconnect-button',
      busy,
      press: () => actions.askDisconnect(slug, account.id),
    }),
  ]
}

type Renewal = { readonly label: string; readonly name: string; readonly part: string }

/** What the user can do for an account: null where it has all that it needs. */
const renewal = ({ integration }: Row, account: ConnectedAccount, t: Messages): Renewal | null => {
  const [method] = methodsNow({ ...integration, account })
  if (method === 'api_key') {
    return { label: t.updateKey, name: t.updateKeyName, part: 'update-button' }
  }
  if (method === 'client_credentials') {
    return { label: t.updateClient, name: t.updateClientName, part: 'update-button' }
  }
  if (isOver(account)) {
    return { label: t.reauthorize, name: t.reauthorizeName, part: 'reauthorize-button' }
  }
  return account.missing.length > 0
    ? { label: t.allow, name: t.allowName, part: 'allow-button' }
    : null
}
