/** One provider: whether it may be used, what stands in the way, and what an administrator can do about it. */
import { html, nothing, type TemplateResult } from 'lit'
import type { ConnectedAccount } from '../../api/integration.ts'
import { needsSetup } from '../../api/configuration.ts'
import type { AdminWords } from '../../i18n/admin-messages.ts'
import { fill } from '../../i18n/messages.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { button } from '../../ui/button.ts'
import { alertGlyph, spinner } from '../../ui/glyphs.ts'
import { providerLogo } from '../../ui/provider-logo.ts'
import { checkGlyph } from '../admin-glyphs.ts'
import type { Actions } from '../actions.ts'
import { isOver, subject, used } from '../../pipes-widget/row.ts'
import type { Ready, Row } from '../state.ts'
import { rowButtons } from './row-buttons.ts'

export const providerRow = (
  row: Row,
  state: Ready,
  actions: Actions,
  t: AdminWords,
): TemplateResult => {
  const { name, description, iconUrl, slug, place } = row.configuration
  // In the dialog it is said there.
  const problem = state.dialog?.key === row.key ? null : row.problem
  // Nothing but the decoration may stand before the name: the row is found by it.
  return html`
    <li part="row" data-slug=${slug} data-place=${place}>
      ${providerLogo(name, iconUrl)}
      <div class="about">
        <span class="name" part="name"><bdi>${name}</bdi></span>
        ${
          description === null
            ? nothing
            : html`<span class="description" part="description" dir="auto">${description}</span>`
        }
      </div>
      ${status(row, state, t)} ${switchButton(row, actions, t)}
      <div class="actions">${rowButtons(row, actions, t).map(button)}</div>
      ${
        problem === null
          ? nothing
          : html`<p class="problem" part="problem">
              ${alertGlyph}<span>${problemText(problem, name, t)}</span>
            </p>`
      }
      <slot name="row-${slug}"></slot>
    </li>
  `
}

const switchButton = (
  { key, configuration, activity }: Row,
  actions: Actions,
  { admin }: AdminWords,
): TemplateResult | typeof nothing => {
  const { name, disabledBy, shared } = configuration
  // Over the developer's word the organization's has no effect.
  if (disabledBy === 'developer' || shared?.canConfigure === false) return nothing
  return html`
    <button
      type="button"
      role="switch"
      class="switch"
      part="button switch"
      aria-checked=${disabledBy === null ? 'true' : 'false'}
      aria-label=${fill(admin.switchName, { name })}
      aria-disabled=${activity === 'idle' ? nothing : 'true'}
      @click=${() => actions.toggle(key)}
    >
      <span class="knob"></span>
    </button>
  `
}

const status = (row: Row, { news }: Ready, t: AdminWords): TemplateResult => {
  const { activity, configuration } = row
  const busy = { ...t.activities, switching: t.admin.switching, saving: t.admin.saving }[activity]
  if (activity !== 'idle' && busy !== undefined) {
    return html`<div class="status busy" part="status">
      <span class="state">${spinner}${fill(busy, { name: configuration.name })}</span>
    </div>`
  }
  const [look, text] = stateOf(row, t)
  const isSaved = news?.kind === 'saved' && news.key === row.key
  return html`
    <div class="status ${look}" part="status">
      <span class="state"><span class="dot"></span>${text}</span>
      ${accounts(row, t)}
      ${isSaved ? html`<span class="saved">${checkGlyph}${t.admin.saved}</span>` : nothing}
    </div>
  `
}

const stateOf = ({ configuration }: Row, t: AdminWords): readonly [look: string, text: string] => {
  const { disabledBy, shared } = configuration
  if (disabledBy === 'developer') return ['off', t.admin.offByDeveloper]
  if (disabledBy === 'organization') return ['off', t.admin.offByOrganization]
  const sharedAccount = shared && subject(shared.integration)
  if (sharedAccount === null && needsSetup(configuration)) return ['attention', t.admin.needsSetup]
  if (shared === null) return ['on', t.admin.available]
  if (sharedAccount === null) return ['off', t.notConnected]
  return isOver(sharedAccount) ? ['attention', t.needsReauthorization] : ['on', t.connected]
}

/** All that are shared, and of several the one that members use. */
const accounts = ({ configuration: { shared } }: Row, t: AdminWords): readonly unknown[] => {
  const all = shared?.integration.accounts ?? []
  const inUse = shared && all.length > 1 ? used(shared.integration) : undefined
  return all.map((account) => accountName(account, account === inUse, t))
}

/** Whose shared account it is, or what is known of its key. */
const accountName = (
  { label, clientId, lastFour }: ConnectedAccount,
  isInUse: boolean,
  t: AdminWords,
): TemplateResult | typeof nothing => {
  const text = label ?? clientId
  if (text === null && lastFour === null) return nothing
  return html`<span class="account" part="account"
    ><bdi>${text}</bdi>${isInUse ? [' ', html`<span class="in-use">${t.inUse}</span>`] : nothing}${
      lastFour === null
        ? nothing
        : html`<span class="key" dir="ltr" aria-hidden="true">•••• ${lastFour}</span
            ><span class="unseen">${fill(t.keyEnding, { last4: lastFour })}</span>`
    }</span
  >`
}
