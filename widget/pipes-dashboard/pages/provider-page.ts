/** One provider: its state, what its doctor says, and everything that can be done with it. */
import { html, nothing, type TemplateResult } from 'lit'
import type { OperatorIntegration } from '../../../worker/contract/operator/answers.ts'
import type { IntegrationCheck, OverrideFilter } from '../api/operator-api.ts'
import type { Refusal } from '../api/request.ts'
import { may } from '../app/dashboard-app.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import '../organizations/override-list.ts'
import { closeDialog, dialog } from '../parts/dialog.ts'
import { nameOf } from '../parts/integration-name.ts'
import { loaded, problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { checkSummary, checkView } from '../provider/check-view.ts'
import { providerStyles } from '../provider/provider.styles.ts'
import { providerActions, providerFacts, providerHead } from '../provider/provider-views.ts'

class ProviderPage extends Page {
  static override styles = [sheet, providerStyles]

  readonly #one = new Loading(this, () => this.app.here.integration(nameOf(this.item ?? '')))
  #overrides: OverrideFilter = NO_FILTER
  #check: IntegrationCheck | null = null
  #refusal: Refusal | null = null
  #busy: 'check' | 'switch' | 'delete' | null = null
  #open: 'edit' | 'delete' | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    const { slug, ownership } = nameOf(this.item ?? '')
    this.#overrides = { provider: slug, ownership, organization_id: '' }
  }

  protected override render(): TemplateResult {
    const { state } = this.#one
    const one = state.kind === 'ready' ? state.value : null
    const canChange = one !== null && may(this.app, 'developer')
    return html`
      <p class="trail">
        <a data-back href=${pathTo('providers', this.app.environment.id)}>Providers</a>
      </p>
      ${providerHead(one, nameOf(this.item ?? '').slug, canChange ? this.#actions(one) : nothing)}
      ${loaded(this.#one, (there) => this.#content(there))}
    `
  }

  #content(one: OperatorIntegration): TemplateResult {
    return html`
      <div class="stack">
        ${problem(this.#open === null ? this.#refusal : null)}
        ${one.troubles.map(
          ({ kind, code }) =>
            html`<p class="problem mild">
              <wa-icon name="warning"></wa-icon>
              <span>${TROUBLES[kind]} <span class="subtle">(${code})</span></span>
            </p>`,
        )}
        ${this.#check === null ? nothing : checkView(this.#check)}
        ${providerFacts(one, this.app.environment.id)}
        <section class="card" aria-labelledby="organizations">
          <div class="card-head">
            <h2 id="organizations">Organizations</h2>
            <p>Those that have set something for themselves here.</p>
          </div>
          <pd-override-list
            .app=${this.app}
            .filter=${this.#overrides}
            .none=${NO_OVERRIDES}
          ></pd-override-list>
        </section>
      </div>
      ${this.#open === 'edit' ? this.#editor(one) : nothing}
      ${this.#open === 'delete' ? this.#question(one) : nothing}
    `
  }

  #actions(one: OperatorIntegration): TemplateResult {
    return providerActions(one, {
      busy: this.#busy,
      check: () => void this.#runCheck(one),
      edit: () => void this.#edit(),
      toggle: () => void this.#toggle(one),
      remove: () => this.#show('delete'),
    })
  }

  #editor(one: OperatorIntegration): TemplateResult {
    return html`<pd-edit-provider
      .app=${this.app}
      .integration=${one}
      .closed=${() => this.#show(null)}
      .saved=${(changed: OperatorIntegration) => {
        this.#one.replace(changed)
        this.#check = null
        this.app.say('Saved.')
      }}
      .reread=${() => this.#one.reload({ quietly: true })}
    ></pd-edit-provider>`
  }

  #question(one: OperatorIntegration): TemplateResult {
    const { connected, needs_reauthorization: broken } = one.accounts
    const count = connected + broken
    return dialog({
      label: `Delete ${one.name}?`,
      isQuestion: true,
      closed: () => this.#show(null),
      body: html`<div class="stack">
        <p>
          ${
            count === 0
              ? 'It has no connections. Users no longer see it in the widget.'
              : html`<strong>${count} ${count === 1 ? 'connection' : 'connections'}</strong> will be
                  disconnected and given back at the provider. This cannot be undone.`
          }
        </p>
        ${problem(this.#refusal)}
      </div>`,
      footer: html`
        <wa-button size="s" appearance="outlined" autofocus @click=${() => closeDialog(this)}
          >Cancel</wa-button
        >
        <wa-button
          size="s"
          variant="danger"
          ?loading=${this.#busy === 'delete'}
          @click=${() => void this.#remove(one)}
          >Delete${count === 0 ? '' : ` and disconnect ${count}`}</wa-button
        >
      `,
    })
  }

  async #runCheck(one: OperatorIntegration): Promise<void> {
    await this.#during('check', async () => {
      const answer = await this.app.here.checkIntegration(one)
      if (!answer.ok) return answer.failure
      this.#check = answer.value
      this.app.say(checkSummary(answer.value))
      return null
    })
  }

  async #toggle(one: OperatorIntegration): Promise<void> {
    await this.#during('switch', async () => {
      const changes = { enabled: !one.enabled }
      const answer = await this.app.here.updateIntegration(one, changes, one.version)
      if (answer.ok) {
        this.#one.replace(answer.value)
        this.app.say(answer.value.enabled ? `${one.name} is enabled.` : `${one.name} is disabled.`)
        return null
      }
      if (answer.failure.code === 'changed_meanwhile') await this.#one.reload({ quietly: true })
      return answer.failure
    })
  }

  async #remove(one: OperatorIntegration): Promise<void> {
    await this.#during('delete', async () => {
      const answer = await this.app.here.deleteIntegration(one, one.version)
      if (!answer.ok) {
        if (answer.failure.code === 'changed_meanwhile') await this.#one.reload({ quietly: true })
        return answer.failure
      }
      this.app.say(`${one.name} is deleted.`)
      this.app.go(pathTo('providers', this.app.environment.id))
      return null
    })
  }

  async #edit(): Promise<void> {
    await import('../provider/edit-provider.ts')
    this.#show('edit')
  }

  async #during(
    busy: 'check' | 'switch' | 'delete',
    act: () => Promise<Refusal | null>,
  ): Promise<void> {
    if (this.#busy !== null) return
    this.#busy = busy
    this.#refusal = null
    this.requestUpdate()
    this.#refusal = await act()
    this.#busy = null
    this.requestUpdate()
  }

  #show(open: 'edit' | 'delete' | null): void {
    this.#open = open
    this.#refusal = null
    this.requestUpdate()
  }
}

const NO_FILTER: OverrideFilter = { provider: '', ownership: '', organization_id: '' }
const NO_OVERRIDES = html`<p class="inside subtle small">
  None: everybody connects with the settings above.
</p>`

const TROUBLES = {
  misconfigured: 'The provider refuses this client. Run the test: it says what to correct.',
  unreachable: 'The provider does not answer right now. Tokens are refreshed again when it does.',
  incident: 'The provider refuses many grants at once. They are held back, and tried again later.',
} as const

customElements.define('pd-provider', ProviderPage)
