/** How an environment stands: what is wrong first, then the numbers, then each provider. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Overview } from '../../../worker/contract/operator/answers.ts'
import type { Refusal } from '../api/request.ts'
import { Loading } from '../app/loading.ts'
import { Page } from '../app/page.ts'
import { pathTo } from '../app/routes.ts'
import { dayChart } from '../overview/day-chart.ts'
import { firstRun } from '../overview/first-run.ts'
import { overviewStyles } from '../overview/overview.styles.ts'
import { itemOf } from '../parts/integration-name.ts'
import { ago } from '../parts/times.ts'
import { icon, loaded, problem } from '../parts/views.ts'
import { sheet } from '../styles/sheet.styles.ts'
import { providerLogo } from '../../ui/provider-logo.ts'

class OverviewPage extends Page {
  static override styles = [sheet, overviewStyles]

  override readonly keepsPlace = true
  readonly #overview = new Loading(this, () => this.app.here.overview())
  #isBusy = false
  #refusal: Refusal | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.#lookAgain)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.#lookAgain)
  }

  /** The next step may have been taken in another window, or in a shell. */
  readonly #lookAgain = (): void => {
    if (document.visibilityState === 'visible') void this.#overview.reload({ quietly: true })
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div>
          <h1 tabindex="-1">${this.app.environment.name}</h1>
          <p>
            ${
              this.app.environment.kind === 'sandbox'
                ? 'A sandbox: nothing here is of your customers.'
                : 'Your customers’ connections.'
            }
          </p>
        </div>
      </div>
      ${loaded(this.#overview, (overview) => this.#content(overview))}
    `
  }

  #content(overview: Overview): TemplateResult {
    const { first_run: first, incidents, integrations, days } = overview
    const isFirstRun = !(first.has_integration && first.has_connection && first.has_token)
    return html`<div class="stack">
      ${problem(this.#refusal)} ${incidents.map((one) => this.#incident(one))}
      ${
        isFirstRun
          ? firstRun(this.app, first, this.#isBusy, () => void this.#connectSandbox())
          : nothing
      }
      ${
        first.has_connection
          ? html`${numbers(overview)}
              <div class="charts">
                <div class="card">
                  ${dayChart({
                    title: 'Connections, 30 days',
                    days,
                    series: [
                      { label: 'connected', look: 'good', of: (day) => day.connected },
                      { label: 'disconnected', look: 'calm', of: (day) => day.disconnected },
                      { label: 'lost', look: 'bad', of: (day) => day.reauthorization_needed },
                    ],
                  })}
                </div>
                <div class="card">
                  ${dayChart({
                    title: 'Refreshes, 30 days',
                    days,
                    series: [
                      { label: 'worked', look: 'good', of: (day) => day.refreshed },
                      { label: 'failed', look: 'bad', of: (day) => day.refresh_failed },
                    ],
                  })}
                </div>
              </div>`
          : nothing
      }
      ${integrations.length === 0 ? nothing : this.#providers(integrations)}
    </div>`
  }

  #incident({ text, remedy, since, slug }: Overview['incidents'][number]): TemplateResult {
    return html`<div class="problem" role="group" aria-label="Incident">
      ${icon('warning')}
      <div>
        <strong>${text}</strong>
        ${since === null ? nothing : html`<span class="subtle">(${ago(since)})</span>`}
        <div>
          ${remedy}
          <a href=${pathTo('providers', this.app.environment.id, slug)}>Open ${slug}</a>
        </div>
      </div>
    </div>`
  }

  #providers(integrations: Overview['integrations']): TemplateResult {
    const { id } = this.app.environment
    return html`<section class="card">
      <div class="card-head">
        <h2>Providers</h2>
        <a class="small" href=${pathTo('providers', id)}
          >All ${integrations.length === 1 ? '' : `${integrations.length} `}providers</a
        >
      </div>
      <ul>
        ${leading(integrations).map(
          (one) =>
            html`<li>
              <a class="row" href=${pathTo('providers', id, itemOf(one))}>
                ${providerLogo(one.name, one.icon_url)}
                <span class="about">
                  <span class="name">${one.name}</span>
                  <span class="subtle small">${one.enabled ? one.slug : 'disabled'}</span>
                </span>
                <span class="small number"
                  >${one.accounts.connected.toLocaleString('en')}
                  connected${
                    one.accounts.needs_reauthorization === 0
                      ? nothing
                      : html`<br /><span class="state warn"
                            >${one.accounts.needs_reauthorization} to be reauthorized</span
                          >`
                  }</span
                >
              </a>
            </li>`,
        )}
      </ul>
    </section>`
  }

  async #connectSandbox(): Promise<void> {
    this.#isBusy = true
    this.#refusal = null
    this.requestUpdate()
    const answer = await this.app.here.createIntegration({
      provider: 'sandbox',
      enabled: true,
      description: 'A provider to try things out with.',
      credentials: { type: 'shared' },
    })
    this.#isBusy = false
    if (answer.ok) {
      this.app.say('The sandbox provider is set up.')
      await this.#overview.reload({ quietly: true })
    } else {
      this.#refusal = answer.failure
    }
    this.requestUpdate()
  }
}

/** There may be hundreds; those with the most to lose stand here. */
const leading = (integrations: Overview['integrations']): Overview['integrations'] =>
  integrations
    .toSorted((one, other) => weightOf(other.accounts) - weightOf(one.accounts))
    .slice(0, 8)

const weightOf = (accounts: Overview['totals']): number =>
  accounts.connected + accounts.needs_reauthorization

const numbers = ({ totals, days }: Overview): TemplateResult => {
  const worked = days.reduce((sum, { refreshed }) => sum + refreshed, 0)
  const failedOnes = days.reduce((sum, day) => sum + day.refresh_failed, 0)
  const all = worked + failedOnes
  const rate = all === 0 ? '–' : `${((worked / all) * 100).toFixed(all === worked ? 0 : 1)} %`
  const shown = [
    ['Connected', totals.connected.toLocaleString('en')],
    ['To be reauthorized', totals.needs_reauthorization.toLocaleString('en')],
    ['Refreshes that worked, 30 days', rate],
  ]
  return html`<dl class="card numbers">
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

customElements.define('pd-overview', OverviewPage)
